FROM alpine:3.23 AS x
COPY --from=x a b
