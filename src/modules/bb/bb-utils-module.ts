/** The module bb.utils: its three halves put together, and the names that have no place here. */
import type { Binding } from "./binding.js";
import { utilsCode } from "./bb-utils-code.js";
import { utilsEdit } from "./bb-utils-edit.js";
import { utilsFiles } from "./bb-utils-files.js";
import { utilsText } from "./bb-utils.js";

export function installUtils(binding: Binding): void {
  binding.module(
    "bb.utils",
    { ...utilsText(binding), ...utilsFiles(binding), ...utilsCode(binding), ...utilsEdit(binding) },
    binding.missing(
      "bb.utils",
      [
        "disable_network",
        "enable_loopback_networking",
        "nonblockingfd",
        "signal_on_parent_exit",
        "set_process_name",
        "ioprio_set",
        "load_plugins",
        "LogCatcher",
        "lock_timeout",
        "mkstemp",
        "build_environment",
        "clean_environment",
        "empty_environment",
        "filter_environment",
        "profile_function",
        "process_profilelog",
      ],
      "it belongs to building, not to evaluating",
    ),
  );
}
