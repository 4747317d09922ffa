"""Richards: an operating system's scheduler in miniature (after Martin Richards' benchmark)."""

IDLE, WORKER, HANDLERA, HANDLERB, DEVA, DEVB = range(1, 7)
K_DEV, K_WORK = 1000, 1001
BUFSIZE = 4


class Packet:
    def __init__(self, link, ident, kind):
        self.link = link
        self.ident = ident
        self.kind = kind
        self.datum = 0
        self.data = [0] * BUFSIZE

    def append_to(self, lst):
        self.link = None
        if lst is None:
            return self
        p = lst
        while p.link is not None:
            p = p.link
        p.link = self
        return lst


class DeviceRec:
    def __init__(self):
        self.pending = None


class IdleRec:
    def __init__(self):
        self.control = 1
        self.count = 2000


class HandlerRec:
    def __init__(self):
        self.work_in = None
        self.device_in = None


class WorkerRec:
    def __init__(self):
        self.destination = HANDLERA
        self.count = 0


class State:
    def __init__(self):
        self.packet_pending = True
        self.task_waiting = False
        self.task_holding = False

    def packet(self):
        self.packet_pending, self.task_waiting, self.task_holding = True, False, False
        return self

    def waiting(self):
        self.packet_pending, self.task_waiting, self.task_holding = False, True, False
        return self

    def running(self):
        self.packet_pending, self.task_waiting, self.task_holding = False, False, False
        return self

    def waiting_with_packet(self):
        self.packet_pending, self.task_waiting, self.task_holding = True, True, False
        return self

    def is_held_or_waiting(self):
        return self.task_holding or (not self.packet_pending and self.task_waiting)

    def is_waiting_with_packet(self):
        return self.packet_pending and self.task_waiting and not self.task_holding


class World:
    def __init__(self):
        self.tasks = [None] * 10
        self.list = None
        self.current = None
        self.ident = 0
        self.holds = 0
        self.queued = 0


class Task(State):
    def __init__(self, world, ident, priority, work, initial, record):
        self.world = world
        self.link = world.list
        self.ident = ident
        self.priority = priority
        self.input = work
        self.packet_pending = initial.packet_pending
        self.task_waiting = initial.task_waiting
        self.task_holding = initial.task_holding
        self.record = record
        world.list = self
        world.tasks[ident] = self

    def add_packet(self, p, old):
        if self.input is None:
            self.input = p
            self.packet_pending = True
            if self.priority > old.priority:
                return self
        else:
            p.append_to(self.input)
        return old

    def run_task(self):
        if self.is_waiting_with_packet():
            msg = self.input
            self.input = msg.link
            if self.input is None:
                self.running()
            else:
                self.packet()
        else:
            msg = None
        return self.fn(msg, self.record)

    def wait(self):
        self.task_waiting = True
        return self

    def hold(self):
        self.world.holds += 1
        self.task_holding = True
        return self.link

    def release(self, i):
        t = self.find(i)
        t.task_holding = False
        return t if t.priority > self.priority else self

    def queue(self, p):
        t = self.find(p.ident)
        self.world.queued += 1
        p.link = None
        p.ident = self.ident
        return t.add_packet(p, self)

    def find(self, i):
        t = self.world.tasks[i]
        if t is None:
            raise Exception("bad task id %d" % i)
        return t


class DeviceTask(Task):
    def fn(self, p, r):
        if p is None:
            p = r.pending
            if p is None:
                return self.wait()
            r.pending = None
            return self.queue(p)
        r.pending = p
        return self.hold()


class HandlerTask(Task):
    def fn(self, p, r):
        if p is not None:
            if p.kind == K_WORK:
                r.work_in = p.append_to(r.work_in)
            else:
                r.device_in = p.append_to(r.device_in)
        work = r.work_in
        if work is None:
            return self.wait()
        count = work.datum
        if count >= BUFSIZE:
            r.work_in = work.link
            return self.queue(work)
        dev = r.device_in
        if dev is None:
            return self.wait()
        r.device_in = dev.link
        dev.datum = work.data[count]
        work.datum = count + 1
        return self.queue(dev)


class IdleTask(Task):
    def fn(self, p, r):
        r.count -= 1
        if r.count == 0:
            return self.hold()
        if r.control & 1 == 0:
            r.control //= 2
            return self.release(DEVA)
        r.control = r.control // 2 ^ 0xD008
        return self.release(DEVB)


class WorkTask(Task):
    def fn(self, p, r):
        if p is None:
            return self.wait()
        r.destination = HANDLERB if r.destination == HANDLERA else HANDLERA
        p.ident = r.destination
        p.datum = 0
        for i in range(BUFSIZE):
            r.count += 1
            if r.count > 26:
                r.count = 1
            p.data[i] = ord("A") + r.count - 1
        return self.queue(p)


def schedule(world):
    t = world.list
    while t is not None:
        if t.is_held_or_waiting():
            t = t.link
        else:
            world.ident = t.ident
            t = t.run_task()


def run():
    w = World()
    IdleTask(w, IDLE, 1, None, State().running(), IdleRec())
    q = Packet(Packet(None, 0, K_WORK), 0, K_WORK)
    WorkTask(w, WORKER, 1000, q, State().waiting_with_packet(), WorkerRec())
    for handler, device, priority in ((HANDLERA, DEVA, 2000), (HANDLERB, DEVB, 3000)):
        q = Packet(Packet(Packet(None, device, K_DEV), device, K_DEV), device, K_DEV)
        HandlerTask(w, handler, priority, q, State().waiting_with_packet(), HandlerRec())
    DeviceTask(w, DEVA, 4000, None, State().waiting(), DeviceRec())
    DeviceTask(w, DEVB, 5000, None, State().waiting(), DeviceRec())
    schedule(w)
    return w.holds, w.queued
