FROM alpine:3.23 AS x
COPY --from=1 a b
FROM alpine:3.23
