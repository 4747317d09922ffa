# A layer's own signature handlers: what oe-core's lib/oe/sstatesig.py does, in small.
import bb.runqueue
import bb.siggen


class SteepedMixIn(object):
    supports_multiconfig_datacaches = True

    def init_rundepcheck(self, data):
        super().init_rundepcheck(data)
        self.steady = (data.getVar("STEADY_RECIPES") or "").split()
        self.locked = dict(entry.split("=") for entry in (data.getVar("LOCKED_TASKS") or "").split())
        self.lockedhashes = {}
        self.server = data.getVar("BB_HASHSERVE")
        self.method = "teapot"

    def tasks_resolved(self, virtmap, virtpnmap, dataCache):
        assert all(dataCache.pkg_fn[virtmap[name]] == virtpnmap[name] for name in virtmap)
        self.steady = [virtpnmap.get(name, name) for name in self.steady]

    def rundep_check(self, fn, recipename, task, dep, depname, dataCaches):
        if recipename != depname and depname in self.steady:
            return False
        mc, _, deptask, depfn = bb.runqueue.split_tid_mcfn(dep)
        if deptask == "do_stir" and any("/brew.bbclass" in name for name in dataCaches[mc].inherits[fn]):
            return False
        for package in dataCaches[mc].runrecs[fn]:
            if "sugar" in dataCaches[mc].runrecs[fn][package] and recipename != depname:
                return False
        return super().rundep_check(fn, recipename, task, dep, depname, dataCaches)

    def get_taskhash(self, tid, deps, dataCaches):
        hash = super().get_taskhash(tid, deps, dataCaches)
        mc, _, task, fn = bb.runqueue.split_tid_mcfn(tid)
        name = "%s:%s" % (dataCaches[mc].pkg_fn[fn], task)
        if name in self.locked:
            self.lockedhashes[tid] = self.locked[name]
            return self.locked[name]
        return hash

    def get_unihash(self, tid):
        return self.lockedhashes.get(tid) or super().get_unihash(tid)

    def dump_sigtask(self, fn, task, stampbase, runtime):
        if fn + ":" + task not in self.lockedhashes:
            super().dump_sigtask(fn, task, stampbase, runtime)


class Steeped(SteepedMixIn, bb.siggen.SignatureGeneratorBasicHash):
    name = "Steeped"


class SteepedEquiv(SteepedMixIn, bb.siggen.SignatureGeneratorUniHashMixIn, bb.siggen.SignatureGeneratorBasicHash):
    name = "SteepedEquiv"


bb.siggen.SignatureGeneratorSteeped = Steeped
bb.siggen.SignatureGeneratorSteepedEquiv = SteepedEquiv
