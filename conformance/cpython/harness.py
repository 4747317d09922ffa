"""Runs inside the VM: collects the tests of one of CPython's test modules and runs them one by one.

`collect(name)` gives their names, `run(i)` the outcome of one: "passed", "failed", "errored", "skipped" or "detail"
(marked in CPython's text as an implementation detail of CPython).
"""

import importlib
import sys
import unittest

import test.support as support

# Decorators of test.support that mark what is CPython's own business. They are kept apart from other skips.
DETAIL = "sandbake: implementation detail of CPython"


def detail(test):
    return unittest.skip(DETAIL)(test)


def impl_detail(msg=None, **guards):
    """support.impl_detail: a guard names implementations; unless it names ours by exclusion, the test is CPython's."""
    wanted, default = support._parse_guards(guards)
    return (lambda test: test) if wanted.get("sandbake", default) else detail


support.cpython_only = detail
support.refcount_test = detail
support.impl_detail = impl_detail
support.check_impl_detail = lambda **guards: (lambda g: g[0].get("sandbake", g[1]))(support._parse_guards(guards))
support.gc_collect = lambda: None
support.verbose = 0
support.use_resources = []
# As on the platforms of CPython that cannot start processes: such tests are skipped.
support.has_subprocess_support = support.has_fork_support = False


def no_process(*args, **kwargs):
    raise unittest.SkipTest("starts another interpreter")


import test.support.script_helper as script_helper

for _name in ("assert_python_ok", "assert_python_failure", "spawn_python", "run_python_until_end", "run_test_script"):
    setattr(script_helper, _name, no_process)

tests = []


def flatten(suite):
    for item in suite:
        if isinstance(item, unittest.TestSuite):
            yield from flatten(item)
        else:
            yield item


class Result(unittest.TestResult):
    """Keeps the worst outcome of the running test, with its text."""

    def startTest(self, test):
        super().startTest(test)
        self.seen = True

    def put(self, outcome, text):
        order = ("passed", "skipped", "detail", "failed", "errored")
        if order.index(outcome) > order.index(self.outcome):
            self.outcome, self.text = outcome, text

    def addError(self, test, err):
        self.put("errored", self._exc_info_to_string(err, test))

    def addFailure(self, test, err):
        self.put("failed", self._exc_info_to_string(err, test))

    def addSubTest(self, test, subtest, err):
        if err is not None:
            outcome = "failed" if issubclass(err[0], test.failureException) else "errored"
            self.put(outcome, self._exc_info_to_string(err, test))

    def addSkip(self, test, reason):
        self.put("detail" if reason.startswith(DETAIL) else "skipped", reason)

    def addUnexpectedSuccess(self, test):
        self.put("failed", "unexpected success")

    def _exc_info_to_string(self, err, test):
        try:
            return super()._exc_info_to_string(err, test)
        except Exception as fault:
            # A traceback that cannot be written must not hide what failed.
            return "%s: %s (its traceback could not be written: %r)" % (err[0].__name__, err[1], fault)


result = Result()
# Fixtures of classes and modules are then set up when the class or module changes, not for every test.
result._testRunEntered = True


def collect(name):
    module = importlib.import_module(name)
    loader = unittest.TestLoader()
    tests.extend(flatten(loader.loadTestsFromModule(module)))
    return [test.id() for test in tests]


def run(i):
    result.outcome, result.text = "passed", ""
    unittest.TestSuite([tests[i]]).run(result)
    return (result.outcome, result.text)
