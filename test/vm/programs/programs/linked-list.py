class Node:
    def __init__(self, value, next=None): self.value, self.next = value, next
class LinkedList:
    def __init__(self, items=()):
        self.head = None
        for x in reversed(list(items)): self.head = Node(x, self.head)
    def __iter__(self):
        n = self.head
        while n:
            yield n.value
            n = n.next
    def __len__(self): return sum(1 for _ in self)
    def __repr__(self): return "<" + " -> ".join(map(repr, self)) + ">"
    def reverse(self):
        prev, n = None, self.head
        while n: n.next, prev, n = prev, n, n.next
        self.head = prev
        return self
    def __add__(self, other): return LinkedList([*self, *other])
    def __getitem__(self, i):
        for k, v in enumerate(self):
            if k == i: return v
        raise IndexError(i)
l = LinkedList("abc")
print(l, len(l), l.reverse(), l + [1], l[1], list(l), "a" in l)
try:
    l[9]
except IndexError as e:
    print("IndexError", e)
