class AppError(Exception):
    pass

def f():
    try:
        [][0]
    except IndexError:
        raise AppError("hidden") from None

f()
