# check=error=true
FROM scratch as Build
