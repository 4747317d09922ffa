class P:
    @property
    def v(self):
        return self._zzzzzz

    def __getitem__(self, k):
        return self.v[k]

P()["a"]
