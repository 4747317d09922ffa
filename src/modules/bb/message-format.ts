/** bb.msg.BBLogFormatter, in Python: BitBake's names of levels, plain messages without one. Levels as measured on 2.19. */
import type { FoundModule } from "../../vm/runtime/imports.js";

const source = `
import logging


class BBLogFormatter(logging.Formatter):
    """Formats log records as BitBake prints them."""

    DEBUG3, DEBUG2, DEBUG, VERBOSE, NOTE, PLAIN, VERBNOTE = 8, 9, 10, 19, 20, 21, 22
    WARNONCE, WARNING, ERRORONCE, ERROR, CRITICAL = 29, 30, 39, 40, 50

    levelnames = {
        DEBUG3: "DEBUG", DEBUG2: "DEBUG", DEBUG: "DEBUG", VERBOSE: "NOTE", NOTE: "NOTE", PLAIN: "", VERBNOTE: "NOTE",
        WARNING: "WARNING", WARNONCE: "WARNING", ERROR: "ERROR", ERRORONCE: "ERROR", CRITICAL: "ERROR",
    }

    color_enabled = False

    def getLevelName(self, levelno):
        return self.levelnames.get(levelno, "Level %s" % levelno)

    def format(self, record):
        record.levelname = self.getLevelName(record.levelno)
        if record.levelno == self.PLAIN:
            return record.getMessage()
        return super().format(record)
`;

export const messageFormat: FoundModule = { source, filename: "bb/_msg_format.py", isPackage: false };
