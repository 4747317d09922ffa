"""There is no bytecode to write."""


def compile(file, *args, **kwargs):
    raise NotImplementedError("the VM has no bytecode")
