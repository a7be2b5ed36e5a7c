FROM scratch
ENV a b
LABEL c  d e
ENV f =g
ENV h= \
  i=j
ONBUILD ENV k l
