class AppError(Exception): pass
try:
    {}["x"]
except KeyError as e:
    raise AppError("wrapped") from e
