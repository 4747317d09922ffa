/**
 * The part of bb.event that user interfaces talk to, in Python: handlers that get events sent, what was fired before one
 * came, the handler of logging that makes events of log records. Written after lib/bb/tests/event.py.
 */
import type { FoundModule } from "../../vm/runtime/imports.js";

const source = `
import itertools
import logging
import pickle

import bb.event

logging.getLogger("BitBake").setLevel(8)

_handlers = {}
_filters = {}
_numbers = itertools.count(1)
_main = None
ui_queue = []


class UIEventFilter:
    """Lets through log records of a level, or of a logger that has one of its own, and events of a mask."""

    def __init__(self, level, debug_domains):
        self.update(None, level, debug_domains)

    def update(self, eventmask, level, debug_domains):
        self.eventmask = eventmask
        self.level = level
        self.domains = dict(debug_domains)

    def filter(self, event):
        if isinstance(event, logging.LogRecord):
            name = event.name
            while name:
                if name in self.domains:
                    return event.levelno >= self.domains[name]
                name = name.rpartition(".")[0]
            return event.levelno >= self.level
        if not self.eventmask or "*" in self.eventmask:
            return True
        kind = type(event)
        return f"{kind.__module__}.{kind.__name__}" in self.eventmask or kind.__name__ in self.eventmask


def register_UIHhandler(handler, mainui=False):
    global _main
    number = next(_numbers)
    _handlers[number] = handler
    _filters[number] = UIEventFilter(logging.NOTSET, {})
    if mainui:
        _main = number
    return number


def unregister_UIHhandler(number, mainui=False):
    global _main
    if mainui:
        _main = None
    _handlers.pop(number, None)
    _filters.pop(number, None)


def get_uihandler():
    return _main


def set_UIHmask(number, level, debug_domains, mask):
    if number not in _filters:
        return False
    _filters[number].update(mask, level, debug_domains)
    return True


def fire_ui_handlers(event, d):
    if not _handlers:
        ui_queue.append(event)
        return
    gone = []
    for number, handler in list(_handlers.items()):
        if not _filters[number].filter(event):
            continue
        channel = handler.event
        try:
            if hasattr(channel, "sendpickle"):
                channel.sendpickle(pickle.dumps(event))
            else:
                channel.send(event)
        except Exception:
            gone.append(number)
    for number in gone:
        unregister_UIHhandler(number)


def fire_from_worker(event, d):
    fire_ui_handlers(event, d)


def print_ui_queue():
    """Without an interface, what it would have shown goes to the handlers of the logger."""
    logger = logging.getLogger("BitBake")
    own = [handler for handler in logger.handlers if isinstance(handler, LogHandler)]
    for handler in own:
        logger.removeHandler(handler)
    try:
        for event in ui_queue:
            if isinstance(event, logging.LogRecord) and event.levelno >= logging.INFO:
                logger.handle(event)
    finally:
        for handler in own:
            logger.addHandler(handler)


class LogHandler(logging.Handler):
    """Fires log records as events."""

    def emit(self, record):
        if record.exc_info:
            import traceback

            kind, value, tb = record.exc_info
            record.bb_exc_formatted = traceback.format_exception(kind, value, tb)
            record.bb_exc_info = None
            record.exc_info = None
        record.msg = record.getMessage()
        record.args = None
        record.taskpid = bb.event.worker_pid
        bb.event.fire(record, None)

    def filter(self, record):
        record.taskpid = bb.event.worker_pid
        return super().filter(record)
`;

export const eventUi: FoundModule = { source, filename: "bb/_event_ui.py", isPackage: false };
