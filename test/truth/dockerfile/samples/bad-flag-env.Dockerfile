FROM alpine:3.23
ENV --x=1 A=1
