/** asyncio without an event loop of the host: tasks take turns until the main one is done; sleeping moves Python's clock. */
export const asyncio = String.raw`
"""Coroutines, run to completion by a loop of one thread."""
import collections
import heapq
import inspect
import time
import types
from contextlib import contextmanager

__all__ = ['run', 'sleep', 'gather', 'create_task', 'ensure_future', 'wait_for', 'wait', 'Future', 'Task', 'Event', 'Lock',
           'Semaphore', 'Queue', 'CancelledError', 'TimeoutError', 'InvalidStateError', 'get_event_loop', 'new_event_loop',
           'iscoroutine', 'iscoroutinefunction', 'current_task', 'all_tasks', 'shield', 'timeout', 'TaskGroup', 'Runner']

FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED = 'FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED'
TimeoutError = TimeoutError


class CancelledError(BaseException):
    pass


class InvalidStateError(Exception):
    pass


class QueueEmpty(Exception):
    pass


class QueueFull(Exception):
    pass


_running = []


def iscoroutine(obj):
    return isinstance(obj, (types.CoroutineType, collections.abc.Coroutine))


def iscoroutinefunction(func):
    return inspect.iscoroutinefunction(func) or getattr(func, '_is_coroutine', None) is _is_coroutine


_is_coroutine = object()


class Future:
    _state = 'PENDING'
    _result = _exception = None

    def __init__(self, *, loop=None):
        self._loop = loop or get_event_loop()
        self._callbacks = []

    def done(self):
        return self._state != 'PENDING'

    def cancelled(self):
        return self._state == 'CANCELLED'

    def cancel(self, msg=None):
        if self.done():
            return False
        self._finish('CANCELLED')
        return True

    def result(self):
        if self._state == 'CANCELLED':
            raise CancelledError()
        if self._state == 'PENDING':
            raise InvalidStateError('Result is not ready.')
        if self._exception is not None:
            raise self._exception
        return self._result

    def exception(self):
        if self._state == 'CANCELLED':
            raise CancelledError()
        if self._state == 'PENDING':
            raise InvalidStateError('Exception is not set.')
        return self._exception

    def set_result(self, result):
        if self.done():
            raise InvalidStateError('invalid state')
        self._result = result
        self._finish('FINISHED')

    def set_exception(self, exception):
        if self.done():
            raise InvalidStateError('invalid state')
        self._exception = exception() if isinstance(exception, type) else exception
        self._finish('FINISHED')

    def _finish(self, state):
        self._state = state
        callbacks, self._callbacks = self._callbacks, []
        for callback in callbacks:
            self._loop.call_soon(callback, self)

    def add_done_callback(self, callback, *, context=None):
        if self.done():
            self._loop.call_soon(callback, self)
        else:
            self._callbacks.append(callback)

    def remove_done_callback(self, callback):
        before = len(self._callbacks)
        self._callbacks = [c for c in self._callbacks if c != callback]
        return before - len(self._callbacks)

    def get_loop(self):
        return self._loop

    def __await__(self):
        if not self.done():
            yield self
        return self.result()

    __iter__ = __await__


class Task(Future):
    _count = 0

    def __init__(self, coro, *, loop=None, name=None):
        super().__init__(loop=loop)
        Task._count += 1
        self._coro = coro
        self._name = name or f'Task-{Task._count}'
        self._waiting = None
        self._cancel = False
        self._loop._tasks.append(self)
        self._loop.call_soon(self._step)

    def get_name(self):
        return self._name

    def set_name(self, value):
        self._name = str(value)

    def get_coro(self):
        return self._coro

    def cancel(self, msg=None):
        if self.done():
            return False
        self._cancel = True
        if self._waiting is not None:
            waiting, self._waiting = self._waiting, None
            if not waiting.cancel():
                self._loop.call_soon(self._step)
        return True

    def _step(self, future=None):
        if self.done():
            return
        self._waiting = None
        loop = self._loop
        previous, loop._current = loop._current, self
        try:
            if self._cancel:
                self._cancel = False
                awaited = self._coro.throw(CancelledError())
            else:
                awaited = self._coro.send(None)
        except StopIteration as stop:
            self.set_result(stop.value)
        except CancelledError:
            super().cancel()
        except BaseException as e:
            self.set_exception(e)
            if not isinstance(e, Exception):
                raise
        else:
            if awaited is None:
                loop.call_soon(self._step)
            else:
                self._waiting = awaited
                awaited.add_done_callback(self._step)
        finally:
            loop._current = previous
        if self.done():
            loop._tasks.remove(self)


class _Handle:
    def __init__(self, callback, args):
        self._callback, self._args, self._cancelled = callback, args, False

    def cancel(self):
        self._cancelled = True

    def cancelled(self):
        return self._cancelled

    def _run(self):
        if not self._cancelled:
            self._callback(*self._args)


class AbstractEventLoop:
    pass


class BaseEventLoop(AbstractEventLoop):
    def __init__(self):
        self._ready = collections.deque()
        self._timers = []
        self._order = 0
        self._tasks = []
        self._current = None
        self._closed = False

    def time(self):
        return time.monotonic()

    def call_soon(self, callback, *args, context=None):
        handle = _Handle(callback, args)
        self._ready.append(handle)
        return handle

    call_soon_threadsafe = call_soon

    def call_at(self, when, callback, *args, context=None):
        handle = _Handle(callback, args)
        self._order += 1
        heapq.heappush(self._timers, (when, self._order, handle))
        return handle

    def call_later(self, delay, callback, *args, context=None):
        return self.call_at(self.time() + delay, callback, *args)

    def create_future(self):
        return Future(loop=self)

    def create_task(self, coro, *, name=None, context=None):
        return Task(coro, loop=self, name=name)

    def is_running(self):
        return self in _running

    def is_closed(self):
        return self._closed

    def close(self):
        self._closed = True

    def get_debug(self):
        return False

    def set_debug(self, enabled):
        pass

    def run_in_executor(self, executor, func, *args):
        future = self.create_future()
        try:
            future.set_result(func(*args))
        except Exception as e:
            future.set_exception(e)
        return future

    def run_until_complete(self, future):
        if self._closed:
            raise RuntimeError('Event loop is closed')
        if _running:
            raise RuntimeError('This event loop is already running' if self in _running else 'Cannot run the event loop while another loop is running')
        if iscoroutine(future):
            future = self.create_task(future)
        _running.append(self)
        try:
            while not future.done():
                if not self._ready:
                    if not self._timers:
                        raise RuntimeError('Event loop stopped before Future completed.')
                    when = self._timers[0][0]
                    if when > self.time():
                        time.sleep(when - self.time())
                    self._ready.append(heapq.heappop(self._timers)[2])
                self._ready.popleft()._run()
        finally:
            _running.pop()
        return future.result()

    async def shutdown_asyncgens(self):
        pass


def new_event_loop():
    return BaseEventLoop()


_default = None


def get_running_loop():
    if not _running:
        raise RuntimeError('no running event loop')
    return _running[-1]


def get_event_loop():
    global _default
    if _running:
        return _running[-1]
    if _default is None or _default.is_closed():
        _default = new_event_loop()
    return _default


def set_event_loop(loop):
    global _default
    _default = loop


def run(main, *, debug=None, loop_factory=None):
    if _running:
        raise RuntimeError('asyncio.run() cannot be called from a running event loop')
    if not iscoroutine(main):
        raise ValueError(f'a coroutine was expected, got {main!r}')
    loop = new_event_loop()
    try:
        result = loop.run_until_complete(main)
        left = [t for t in loop._tasks if not t.done()]
        for t in left:
            t.cancel()
        if left:
            loop.run_until_complete(gather(*left, return_exceptions=True, _loop=loop))
        return result
    finally:
        loop.close()


class Runner:
    def __init__(self, *, debug=None, loop_factory=None):
        self._loop = None

    def get_loop(self):
        if self._loop is None:
            self._loop = new_event_loop()
        return self._loop

    def run(self, coro, *, context=None):
        return self.get_loop().run_until_complete(coro)

    def close(self):
        if self._loop is not None:
            self._loop.close()

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


def current_task(loop=None):
    return (loop or get_running_loop())._current


def all_tasks(loop=None):
    return {t for t in (loop or get_running_loop())._tasks if not t.done()}


def create_task(coro, *, name=None, context=None):
    return get_running_loop().create_task(coro, name=name)


def isfuture(obj):
    return isinstance(obj, Future)


def ensure_future(obj, *, loop=None):
    if isfuture(obj):
        return obj
    if iscoroutine(obj):
        return (loop or get_event_loop()).create_task(obj)
    if inspect.isawaitable(obj):
        async def wrap():
            return await obj
        return (loop or get_event_loop()).create_task(wrap())
    raise TypeError('An asyncio.Future, a coroutine or an awaitable is required')


async def sleep(delay, result=None):
    if delay <= 0:
        await _Yield()
        return result
    loop = get_running_loop()
    future = loop.create_future()
    handle = loop.call_later(delay, lambda: future.done() or future.set_result(result))
    try:
        return await future
    finally:
        handle.cancel()


class _Yield:
    def __await__(self):
        yield


def gather(*aws, return_exceptions=False, _loop=None):
    loop = _loop or get_event_loop()
    outer = Future(loop=loop)
    tasks = [ensure_future(a, loop=loop) for a in aws]
    if not tasks:
        outer.set_result([])
        return outer
    left = len(tasks)

    def done(task):
        nonlocal left
        left -= 1
        if outer.done():
            return
        if not return_exceptions:
            if task.cancelled():
                outer.set_exception(CancelledError())
                return
            if task.exception() is not None:
                outer.set_exception(task.exception())
                return
        if left == 0:
            outer.set_result([CancelledError() if t.cancelled() else t.exception() if t.exception() is not None else t.result() for t in tasks])
    for task in tasks:
        task.add_done_callback(done)
    return outer


def shield(arg):
    return ensure_future(arg)


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    loop = get_running_loop()
    tasks = set(fs)
    waiter = loop.create_future()

    def check(_=None):
        finished = [t for t in tasks if t.done()]
        if len(finished) == len(tasks) or (return_when == FIRST_COMPLETED and finished) or (
                return_when == FIRST_EXCEPTION and any(not t.cancelled() and t.exception() for t in finished)):
            if not waiter.done():
                waiter.set_result(None)
    for task in tasks:
        task.add_done_callback(check)
    if timeout is not None:
        loop.call_later(timeout, lambda: waiter.done() or waiter.set_result(None))
    await waiter
    return {t for t in tasks if t.done()}, {t for t in tasks if not t.done()}


async def wait_for(fut, timeout):
    if timeout is None:
        return await fut
    task = ensure_future(fut)
    await wait([task], timeout=timeout)
    if task.done():
        return task.result()
    task.cancel()
    try:
        await task
    except CancelledError:
        pass
    raise TimeoutError()


def as_completed(fs, *, timeout=None):
    tasks = [ensure_future(f) for f in fs]
    for _ in range(len(tasks)):
        async def next_one():
            done, _pending = await wait([t for t in tasks if t not in seen], return_when=FIRST_COMPLETED)
            task = next(t for t in tasks if t in done)
            seen.append(task)
            return task.result()
        seen = seen if _ else []
        yield next_one()


async def to_thread(func, /, *args, **kwargs):
    return func(*args, **kwargs)


class timeout:
    def __init__(self, delay):
        self._delay = delay
        self._expired = False

    async def __aenter__(self):
        task = current_task()

        def expire():
            self._expired = True
            task.cancel()
        self._handle = None if self._delay is None else get_running_loop().call_later(self._delay, expire)
        return self

    async def __aexit__(self, kind, value, traceback):
        if self._handle is not None:
            self._handle.cancel()
        if self._expired and kind is CancelledError:
            raise TimeoutError from value

    def expired(self):
        return self._expired


class TaskGroup:
    async def __aenter__(self):
        self._tasks = []
        return self

    def create_task(self, coro, *, name=None, context=None):
        task = create_task(coro, name=name)
        self._tasks.append(task)
        return task

    async def __aexit__(self, kind, value, traceback):
        if value is not None:
            for task in self._tasks:
                task.cancel()
        errors = [] if value is None or isinstance(value, CancelledError) else [value]
        while any(not t.done() for t in self._tasks):
            await wait([t for t in self._tasks if not t.done()], return_when=FIRST_EXCEPTION)
            if any(t.done() and not t.cancelled() and t.exception() for t in self._tasks):
                for t in self._tasks:
                    t.cancel()
        errors += [t.exception() for t in self._tasks if not t.cancelled() and t.exception() is not None]
        if errors:
            raise BaseExceptionGroup('unhandled errors in a TaskGroup', errors)


class _Waiters:
    def __init__(self):
        self._waiters = collections.deque()

    async def _wait(self):
        future = get_running_loop().create_future()
        self._waiters.append(future)
        try:
            await future
        finally:
            if future in self._waiters:
                self._waiters.remove(future)

    def _wake(self, n=1):
        for future in self._waiters:
            if n == 0:
                break
            if not future.done():
                future.set_result(True)
                n -= 1


class Event(_Waiters):
    _flag = False

    def is_set(self):
        return self._flag

    def set(self):
        self._flag = True
        self._wake(len(self._waiters))

    def clear(self):
        self._flag = False

    async def wait(self):
        while not self._flag:
            await self._wait()
        return True


class Semaphore(_Waiters):
    def __init__(self, value=1):
        if value < 0:
            raise ValueError('Semaphore initial value must be >= 0')
        super().__init__()
        self._value = value

    def locked(self):
        return self._value == 0

    async def acquire(self):
        while self._value == 0:
            await self._wait()
        self._value -= 1
        return True

    def release(self):
        self._value += 1
        self._wake()

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *args):
        self.release()


BoundedSemaphore = Semaphore


class Lock(Semaphore):
    def __init__(self):
        super().__init__(1)

    def release(self):
        if self._value:
            raise RuntimeError('Lock is not acquired.')
        super().release()


class Queue(_Waiters):
    def __init__(self, maxsize=0):
        super().__init__()
        self._maxsize = maxsize
        self._items = collections.deque()
        self._unfinished = 0
        self._finished = Event()
        self._finished.set()

    def qsize(self):
        return len(self._items)

    def empty(self):
        return not self._items

    def full(self):
        return 0 < self._maxsize <= len(self._items)

    async def put(self, item):
        while self.full():
            await self._wait()
        self.put_nowait(item)

    def put_nowait(self, item):
        if self.full():
            raise QueueFull
        self._items.append(item)
        self._unfinished += 1
        self._finished.clear()
        self._wake(len(self._waiters))

    async def get(self):
        while self.empty():
            await self._wait()
        return self.get_nowait()

    def get_nowait(self):
        if not self._items:
            raise QueueEmpty
        item = self._items.popleft()
        self._wake(len(self._waiters))
        return item

    def task_done(self):
        if self._unfinished <= 0:
            raise ValueError('task_done() called too many times')
        self._unfinished -= 1
        if self._unfinished == 0:
            self._finished.set()

    async def join(self):
        await self._finished.wait()
`;
