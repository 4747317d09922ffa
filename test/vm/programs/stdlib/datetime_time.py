import time, datetime as dt, calendar
t = time.gmtime(1700000000); print(t, time.strftime('%Y-%m-%d %H:%M:%S %a %b %j %U %W %w %y %p %I %% %A %B %c %x %X %Z %z %e %D %F %T %R %u %V %G', t), time.asctime(t), time.mktime(time.localtime(86400)) , calendar.timegm(t))
print(time.strptime('2024-02-29 13:05:09', '%Y-%m-%d %H:%M:%S'), time.strptime('Mon Jan  1 2024', '%a %b %d %Y').tm_yday, t.tm_year, t[1], t.tm_zone, tuple(t))
for s, f in [('x', '%Y'), ('2024-13', '%Y-%m'), ('2024 ', '%Y'), ('1', '%Q'), ('2023-02-30', '%Y-%m-%d'), ('a', '%')]:
    try: print(time.strptime(s, f))
    except Exception as e: print(type(e).__name__, e)
print(dt.datetime.strptime('2024-05-06T07:08:09.123+0200', '%Y-%m-%dT%H:%M:%S.%f%z'), dt.datetime.strptime('06/May/24 3 PM', '%d/%b/%y %I %p'))
d = dt.datetime(2024, 2, 28, 23, 59, 59, 5, dt.timezone.utc); print(d, d.isoformat(), repr(d), d + dt.timedelta(seconds=1), d.timestamp(), d.date(), d.time(), d.weekday(), tuple(d.isocalendar()), d.strftime('%Y%m%d %f'), d.astimezone(dt.timezone(dt.timedelta(hours=-5))))
print(dt.datetime.fromtimestamp(1700000000, dt.timezone.utc), dt.datetime.fromisoformat('2024-01-02T03:04:05'), dt.date.fromordinal(738000), dt.timedelta(days=1, hours=2) * 3, dt.timedelta(seconds=-1), dt.date(2024, 1, 1) - dt.date(2023, 1, 1), dt.date.today() <= dt.date.max, dt.datetime.utcfromtimestamp(0))
try: dt.date(2024, 2, 30)
except ValueError as e: print(e)
for a in [(0, 1, 1), (2024, 13, 1), (2024, 1, 1, 25), (2024, 1, 1, 1, 60)]:
    try: dt.datetime(*a)
    except ValueError as e: print(e)
print(calendar.monthrange(2024, 2), calendar.isleap(1900), calendar.month(2024, 2))
print(time.time() > 0, time.monotonic() <= time.monotonic(), time.perf_counter_ns() > 0, time.tzname, time.timezone)
