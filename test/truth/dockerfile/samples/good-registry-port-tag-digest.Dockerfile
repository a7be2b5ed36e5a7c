FROM reg.example:5000/a/b:1@sha256:abababababababababababababababababababababababababababababababab AS x
FROM scratch
COPY --from=x /a /b
