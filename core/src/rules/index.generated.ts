// Written by `npm run generate`. Do not edit.
import type { Rule } from '../lint/index.ts';
import dockerfileAddInsteadOfCopy from './dockerfile/add-instead-of-copy.ts';
import dockerfileApkUnpinned from './dockerfile/apk-unpinned.ts';
import dockerfileAptListsNotRemoved from './dockerfile/apt-lists-not-removed.ts';
import dockerfileAptMissingYes from './dockerfile/apt-missing-yes.ts';
import dockerfileAptUnpinned from './dockerfile/apt-unpinned.ts';
import dockerfileBaseImageLatest from './dockerfile/base-image-latest.ts';
import dockerfileBaseImageUntagged from './dockerfile/base-image-untagged.ts';
import dockerfileCdInsteadOfWorkdir from './dockerfile/cd-instead-of-workdir.ts';
import dockerfileChmodAfterCopy from './dockerfile/chmod-after-copy.ts';
import dockerfileCmdMultiple from './dockerfile/cmd-multiple.ts';
import dockerfileConsecutiveRuns from './dockerfile/consecutive-runs.ts';
import dockerfileCopyContextRoot from './dockerfile/copy-context-root.ts';
import dockerfileCopyIgnoredFile from './dockerfile/copy-ignored-file.ts';
import dockerfileCopyMultipleSourcesNoSlash from './dockerfile/copy-multiple-sources-no-slash.ts';
import dockerfileCopyRelativeWithoutWorkdir from './dockerfile/copy-relative-without-workdir.ts';
import dockerfileCopySecretFile from './dockerfile/copy-secret-file.ts';
import dockerfileCopySourceMissing from './dockerfile/copy-source-missing.ts';
import dockerfileCurlFollowRedirects from './dockerfile/curl-follow-redirects.ts';
import dockerfileCurlPipeShell from './dockerfile/curl-pipe-shell.ts';
import dockerfileDnfMissingYes from './dockerfile/dnf-missing-yes.ts';
import dockerfileDnfUnpinned from './dockerfile/dnf-unpinned.ts';
import dockerfileEmptyContinuation from './dockerfile/empty-continuation.ts';
import dockerfileEntrypointMultiple from './dockerfile/entrypoint-multiple.ts';
import dockerfileEnvSelfReference from './dockerfile/env-self-reference.ts';
import dockerfileExecFormRecommended from './dockerfile/exec-form-recommended.ts';
import dockerfileExposeInvalidFormat from './dockerfile/expose-invalid-format.ts';
import dockerfileExposePortRange from './dockerfile/expose-port-range.ts';
import dockerfileExposePrivilegedPort from './dockerfile/expose-privileged-port.ts';
import dockerfileExposeProtoCasing from './dockerfile/expose-proto-casing.ts';
import dockerfileExposeSsh from './dockerfile/expose-ssh.ts';
import dockerfileFromAsCasing from './dockerfile/from-as-casing.ts';
import dockerfileGemUnpinned from './dockerfile/gem-unpinned.ts';
import dockerfileGoInstallUnpinned from './dockerfile/go-install-unpinned.ts';
import dockerfileHealthcheckMissing from './dockerfile/healthcheck-missing.ts';
import dockerfileHealthcheckMultiple from './dockerfile/healthcheck-multiple.ts';
import dockerfileHeredocWithoutErrexit from './dockerfile/heredoc-without-errexit.ts';
import dockerfileInstructionCasing from './dockerfile/instruction-casing.ts';
import dockerfileInvalidJsonForm from './dockerfile/invalid-json-form.ts';
import dockerfileLabelEmpty from './dockerfile/label-empty.ts';
import dockerfileLabelHygiene from './dockerfile/label-hygiene.ts';
import dockerfileLabelKeyInvalid from './dockerfile/label-key-invalid.ts';
import dockerfileLabelMissing from './dockerfile/label-missing.ts';
import dockerfileLabelNotEmail from './dockerfile/label-not-email.ts';
import dockerfileLabelNotGitHash from './dockerfile/label-not-git-hash.ts';
import dockerfileLabelNotRfc3339 from './dockerfile/label-not-rfc3339.ts';
import dockerfileLabelNotSemver from './dockerfile/label-not-semver.ts';
import dockerfileLabelNotSpdx from './dockerfile/label-not-spdx.ts';
import dockerfileLabelNotUrl from './dockerfile/label-not-url.ts';
import dockerfileLabelSuperfluous from './dockerfile/label-superfluous.ts';
import dockerfileLastUserRoot from './dockerfile/last-user-root.ts';
import dockerfileLegacyKeyValue from './dockerfile/legacy-key-value.ts';
import dockerfileMaintainerDeprecated from './dockerfile/maintainer-deprecated.ts';
import dockerfileMissingUser from './dockerfile/missing-user.ts';
import dockerfileNonsensicalCommand from './dockerfile/nonsensical-command.ts';
import dockerfileNpmUnpinned from './dockerfile/npm-unpinned.ts';
import dockerfilePipCache from './dockerfile/pip-cache.ts';
import dockerfilePipUnpinned from './dockerfile/pip-unpinned.ts';
import dockerfilePipefailMissing from './dockerfile/pipefail-missing.ts';
import dockerfileSecretInArgOrEnv from './dockerfile/secret-in-arg-or-env.ts';
import dockerfileShellReplacedBySymlink from './dockerfile/shell-replaced-by-symlink.ts';
import dockerfileStageNameCasing from './dockerfile/stage-name-casing.ts';
import dockerfileStageNameDuplicate from './dockerfile/stage-name-duplicate.ts';
import dockerfileStageNameReserved from './dockerfile/stage-name-reserved.ts';
import dockerfileSudoInRun from './dockerfile/sudo-in-run.ts';
import dockerfileUseraddHighUid from './dockerfile/useradd-high-uid.ts';
import dockerfileWgetAndCurl from './dockerfile/wget-and-curl.ts';
import dockerfileWgetProgress from './dockerfile/wget-progress.ts';
import dockerfileWorkdirRelative from './dockerfile/workdir-relative.ts';
import dockerfileYarnCache from './dockerfile/yarn-cache.ts';
import dockerfileYumMissingYes from './dockerfile/yum-missing-yes.ts';
import dockerfileYumUnpinned from './dockerfile/yum-unpinned.ts';
import dockerfileZypperMissingYes from './dockerfile/zypper-missing-yes.ts';
import dockerfileZypperUnpinned from './dockerfile/zypper-unpinned.ts';
import composeDangerousCapability from './compose/dangerous-capability.ts';
import composeDockerSocketMounted from './compose/docker-socket-mounted.ts';
import composeEnvSecretLiteral from './compose/env-secret-literal.ts';
import composeHostNetwork from './compose/host-network.ts';
import composeNoNewPrivilegesMissing from './compose/no-new-privileges-missing.ts';
import composePortAllInterfaces from './compose/port-all-interfaces.ts';
import composePrivilegedContainer from './compose/privileged-container.ts';
import composeSensitiveHostPath from './compose/sensitive-host-path.ts';
import composeServiceImageMutableTag from './compose/service-image-mutable-tag.ts';
import composeVersionObsolete from './compose/version-obsolete.ts';
import dockerignoreCommentBehindPattern from './dockerignore/comment-behind-pattern.ts';
import dockerignoreDuplicatePattern from './dockerignore/duplicate-pattern.ts';
import dockerignoreNegationWithoutEffect from './dockerignore/negation-without-effect.ts';
import dockerignorePatternNeverMatches from './dockerignore/pattern-never-matches.ts';
import dockerignoreSecretsNotIgnored from './dockerignore/secrets-not-ignored.ts';
import dockerignoreShadowedPattern from './dockerignore/shadowed-pattern.ts';
import dockerignoreUnmatchedPattern from './dockerignore/unmatched-pattern.ts';

export const rules: readonly Rule[] = [
  dockerfileAddInsteadOfCopy,
  dockerfileApkUnpinned,
  dockerfileAptListsNotRemoved,
  dockerfileAptMissingYes,
  dockerfileAptUnpinned,
  dockerfileBaseImageLatest,
  dockerfileBaseImageUntagged,
  dockerfileCdInsteadOfWorkdir,
  dockerfileChmodAfterCopy,
  dockerfileCmdMultiple,
  dockerfileConsecutiveRuns,
  dockerfileCopyContextRoot,
  dockerfileCopyIgnoredFile,
  dockerfileCopyMultipleSourcesNoSlash,
  dockerfileCopyRelativeWithoutWorkdir,
  dockerfileCopySecretFile,
  dockerfileCopySourceMissing,
  dockerfileCurlFollowRedirects,
  dockerfileCurlPipeShell,
  dockerfileDnfMissingYes,
  dockerfileDnfUnpinned,
  dockerfileEmptyContinuation,
  dockerfileEntrypointMultiple,
  dockerfileEnvSelfReference,
  dockerfileExecFormRecommended,
  dockerfileExposeInvalidFormat,
  dockerfileExposePortRange,
  dockerfileExposePrivilegedPort,
  dockerfileExposeProtoCasing,
  dockerfileExposeSsh,
  dockerfileFromAsCasing,
  dockerfileGemUnpinned,
  dockerfileGoInstallUnpinned,
  dockerfileHealthcheckMissing,
  dockerfileHealthcheckMultiple,
  dockerfileHeredocWithoutErrexit,
  dockerfileInstructionCasing,
  dockerfileInvalidJsonForm,
  dockerfileLabelEmpty,
  dockerfileLabelHygiene,
  dockerfileLabelKeyInvalid,
  dockerfileLabelMissing,
  dockerfileLabelNotEmail,
  dockerfileLabelNotGitHash,
  dockerfileLabelNotRfc3339,
  dockerfileLabelNotSemver,
  dockerfileLabelNotSpdx,
  dockerfileLabelNotUrl,
  dockerfileLabelSuperfluous,
  dockerfileLastUserRoot,
  dockerfileLegacyKeyValue,
  dockerfileMaintainerDeprecated,
  dockerfileMissingUser,
  dockerfileNonsensicalCommand,
  dockerfileNpmUnpinned,
  dockerfilePipCache,
  dockerfilePipUnpinned,
  dockerfilePipefailMissing,
  dockerfileSecretInArgOrEnv,
  dockerfileShellReplacedBySymlink,
  dockerfileStageNameCasing,
  dockerfileStageNameDuplicate,
  dockerfileStageNameReserved,
  dockerfileSudoInRun,
  dockerfileUseraddHighUid,
  dockerfileWgetAndCurl,
  dockerfileWgetProgress,
  dockerfileWorkdirRelative,
  dockerfileYarnCache,
  dockerfileYumMissingYes,
  dockerfileYumUnpinned,
  dockerfileZypperMissingYes,
  dockerfileZypperUnpinned,
  composeDangerousCapability,
  composeDockerSocketMounted,
  composeEnvSecretLiteral,
  composeHostNetwork,
  composeNoNewPrivilegesMissing,
  composePortAllInterfaces,
  composePrivilegedContainer,
  composeSensitiveHostPath,
  composeServiceImageMutableTag,
  composeVersionObsolete,
  dockerignoreCommentBehindPattern,
  dockerignoreDuplicatePattern,
  dockerignoreNegationWithoutEffect,
  dockerignorePatternNeverMatches,
  dockerignoreSecretsNotIgnored,
  dockerignoreShadowedPattern,
  dockerignoreUnmatchedPattern,
];
