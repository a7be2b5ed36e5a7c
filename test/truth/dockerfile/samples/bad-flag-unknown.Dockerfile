FROM alpine:3.23
COPY --form=x a b
