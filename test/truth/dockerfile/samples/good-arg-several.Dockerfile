FROM alpine:3.23
ARG a=1 b c="x y"
ENV d=$a
