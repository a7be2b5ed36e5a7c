FROM alpine:3.23
COPY --link=maybe a b
