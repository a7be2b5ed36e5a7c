arg A=1
FROM scratch as one
copy a b
Env C=d
From scratch as two
from scratch AS three
ONBUILD run true
