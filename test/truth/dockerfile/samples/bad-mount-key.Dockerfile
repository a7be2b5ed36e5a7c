FROM alpine:3.23
RUN --mount=type=bind,target=/x,nope=1 true
