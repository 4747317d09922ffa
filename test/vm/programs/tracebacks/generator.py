def gen(n):
    for i in range(n):
        yield 10 // (1 - i)

def use():
    return [x
            for x in gen(5)]

use()
