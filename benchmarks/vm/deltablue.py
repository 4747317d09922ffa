"""DeltaBlue in small: an incremental constraint solver over chains of equalities (after Freeman-Benson and Maloney)."""

REQUIRED, STRONG, PREFERRED, NORMAL, WEAK, WEAKEST = range(6)
FORWARD, BACKWARD, NONE = 1, 2, 0


class Variable:
    def __init__(self, name, value=0):
        self.name = name
        self.value = value
        self.constraints = []
        self.determined_by = None
        self.mark = 0
        self.walk_strength = WEAKEST
        self.stay = True

    def add(self, c):
        self.constraints.append(c)

    def remove(self, c):
        self.constraints.remove(c)
        if self.determined_by is c:
            self.determined_by = None


class Constraint:
    def __init__(self, strength):
        self.strength = strength

    def add_to(self, planner):
        self.add_to_graph()
        planner.incremental_add(self)

    def destroy(self, planner):
        if self.is_satisfied():
            planner.incremental_remove(self)
        self.remove_from_graph()

    def is_input(self):
        return False

    def satisfy(self, mark, planner):
        self.choose_method(mark)
        if not self.is_satisfied():
            if self.strength == REQUIRED:
                raise ValueError("could not satisfy a required constraint")
            return None
        self.mark_inputs(mark)
        out = self.output()
        overridden = out.determined_by
        if overridden is not None:
            overridden.mark_unsatisfied()
        out.determined_by = self
        if not planner.add_propagate(self, mark):
            raise ValueError("cycle")
        out.mark = mark
        return overridden


class Unary(Constraint):
    def __init__(self, v, strength, planner):
        super().__init__(strength)
        self.out = v
        self.satisfied = False
        self.add_to(planner)

    def add_to_graph(self):
        self.out.add(self)
        self.satisfied = False

    def remove_from_graph(self):
        if self.out is not None:
            self.out.remove(self)
        self.satisfied = False

    def choose_method(self, mark):
        self.satisfied = self.out.mark != mark and self.strength < self.out.walk_strength

    def is_satisfied(self):
        return self.satisfied

    def mark_inputs(self, mark):
        pass

    def output(self):
        return self.out

    def mark_unsatisfied(self):
        self.satisfied = False

    def recalculate(self):
        self.out.walk_strength = self.strength
        self.out.stay = not self.is_input()
        if self.out.stay:
            self.execute()

    def inputs_known(self, mark):
        return True

    def inputs(self):
        return []


class Stay(Unary):
    def execute(self):
        pass


class Edit(Unary):
    def is_input(self):
        return True

    def execute(self):
        pass


class Binary(Constraint):
    def __init__(self, a, b, strength, planner):
        super().__init__(strength)
        self.a = a
        self.b = b
        self.direction = NONE
        self.add_to(planner)

    def add_to_graph(self):
        self.a.add(self)
        self.b.add(self)
        self.direction = NONE

    def remove_from_graph(self):
        self.a.remove(self)
        self.b.remove(self)
        self.direction = NONE

    def choose_method(self, mark):
        if self.a.mark == mark:
            ok = self.b.mark != mark and self.strength < self.b.walk_strength
            self.direction = FORWARD if ok else NONE
        elif self.b.mark == mark:
            ok = self.a.mark != mark and self.strength < self.a.walk_strength
            self.direction = BACKWARD if ok else NONE
        elif self.a.walk_strength > self.b.walk_strength:
            self.direction = BACKWARD if self.strength < self.a.walk_strength else NONE
        else:
            self.direction = FORWARD if self.strength < self.b.walk_strength else NONE

    def is_satisfied(self):
        return self.direction != NONE

    def mark_inputs(self, mark):
        self.input().mark = mark

    def input(self):
        return self.a if self.direction == FORWARD else self.b

    def output(self):
        return self.b if self.direction == FORWARD else self.a

    def mark_unsatisfied(self):
        self.direction = NONE

    def recalculate(self):
        i, o = self.input(), self.output()
        o.walk_strength = max(self.strength, i.walk_strength)
        o.stay = i.stay
        if o.stay:
            self.execute()

    def inputs_known(self, mark):
        i = self.input()
        return i.mark == mark or i.stay or i.determined_by is None

    def inputs(self):
        return [self.input()]


class Equality(Binary):
    def execute(self):
        self.output().value = self.input().value


class Scale(Binary):
    def __init__(self, src, scale, offset, dest, strength, planner):
        self.scale = scale
        self.offset = offset
        super().__init__(src, dest, strength, planner)

    def execute(self):
        if self.direction == FORWARD:
            self.b.value = self.a.value * self.scale.value + self.offset.value
        else:
            self.a.value = (self.b.value - self.offset.value) // self.scale.value


class Planner:
    def __init__(self):
        self.current = 0

    def new_mark(self):
        self.current += 1
        return self.current

    def incremental_add(self, c):
        mark = self.new_mark()
        overridden = c.satisfy(mark, self)
        while overridden is not None:
            overridden = overridden.satisfy(mark, self)

    def incremental_remove(self, c):
        out = c.output()
        c.mark_unsatisfied()
        c.remove_from_graph()
        c.add_to_graph()
        unsatisfied = self.remove_propagate_from(out)
        for strength in range(REQUIRED, WEAKEST + 1):
            for u in unsatisfied:
                if u.strength == strength:
                    self.incremental_add(u)

    def add_propagate(self, c, mark):
        todo = [c]
        while todo:
            d = todo.pop()
            if d.output().mark == mark:
                self.incremental_remove(c)
                return False
            d.recalculate()
            self.consuming(d.output(), todo)
        return True

    def remove_propagate_from(self, out):
        out.determined_by = None
        out.walk_strength = WEAKEST
        out.stay = True
        unsatisfied = []
        todo = [out]
        while todo:
            v = todo.pop()
            for c in v.constraints:
                if not c.is_satisfied():
                    unsatisfied.append(c)
            for c in v.constraints:
                if c is not v.determined_by and c.is_satisfied():
                    c.recalculate()
                    todo.append(c.output())
        return unsatisfied

    def consuming(self, v, into):
        for c in v.constraints:
            if c is not v.determined_by and c.is_satisfied():
                into.append(c)

    def plan(self, constraints):
        sources = [c for c in constraints if c.is_input() and c.is_satisfied()]
        mark = self.new_mark()
        plan = []
        todo = sources
        while todo:
            c = todo.pop()
            if c.output().mark != mark and c.inputs_known(mark):
                plan.append(c)
                c.output().mark = mark
                self.consuming(c.output(), todo)
        return plan


def chain(n):
    planner = Planner()
    variables = [Variable("v%d" % i) for i in range(n + 1)]
    for i in range(n):
        Equality(variables[i], variables[i + 1], REQUIRED, planner)
    Stay(variables[n], WEAK, planner)
    edit = Edit(variables[0], PREFERRED, planner)
    plan = planner.plan([edit])
    total = 0
    for i in range(60):
        variables[0].value = i
        for c in plan:
            c.execute()
        total += variables[n].value
    return total


def projection(n):
    planner = Planner()
    scale, offset = Variable("scale", 10), Variable("offset", 1000)
    src = dst = None
    dests = []
    for i in range(n):
        src, dst = Variable("src%d" % i, i), Variable("dst%d" % i, i)
        dests.append(dst)
        Stay(src, NORMAL, planner)
        Scale(src, scale, offset, dst, REQUIRED, planner)
    change(src, 17, planner)
    change(scale, 5, planner)
    return dst.value, sum(d.value for d in dests[:-1])


def change(v, value, planner):
    edit = Edit(v, PREFERRED, planner)
    plan = planner.plan([edit])
    for _ in range(10):
        v.value = value
        for c in plan:
            c.execute()
    edit.destroy(planner)


def run():
    return chain(40), projection(25)
