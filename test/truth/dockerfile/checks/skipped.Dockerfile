# check=skip=StageNameCasing,FromAsCasing
FROM scratch as Build
ENV a b
