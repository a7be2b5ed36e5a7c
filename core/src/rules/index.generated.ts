// Written by `npm run generate`. Do not edit.
import type { Rule } from '../lint/index.ts';
import dockerfileAddInsteadOfCopy from './dockerfile/add-instead-of-copy.ts';
import dockerfileApkAllowUntrusted from './dockerfile/apk-allow-untrusted.ts';
import dockerfileApkCache from './dockerfile/apk-cache.ts';
import dockerfileApkUnpinned from './dockerfile/apk-unpinned.ts';
import dockerfileAptInsteadOfAptGet from './dockerfile/apt-instead-of-apt-get.ts';
import dockerfileAptListsNotRemoved from './dockerfile/apt-lists-not-removed.ts';
import dockerfileAptMissingYes from './dockerfile/apt-missing-yes.ts';
import dockerfileAptRecommends from './dockerfile/apt-recommends.ts';
import dockerfileAptUnauthenticated from './dockerfile/apt-unauthenticated.ts';
import dockerfileAptUnpinned from './dockerfile/apt-unpinned.ts';
import dockerfileArchiveCopyThenExtract from './dockerfile/archive-copy-then-extract.ts';
import dockerfileBaseImageEndOfLife from './dockerfile/base-image-end-of-life.ts';
import dockerfileBaseImageLatest from './dockerfile/base-image-latest.ts';
import dockerfileBaseImageNotDigestPinned from './dockerfile/base-image-not-digest-pinned.ts';
import dockerfileBaseImagePlatformMismatch from './dockerfile/base-image-platform-mismatch.ts';
import dockerfileBaseImageUntagged from './dockerfile/base-image-untagged.ts';
import dockerfileBaseImageUntrustedRegistry from './dockerfile/base-image-untrusted-registry.ts';
import dockerfileCdInsteadOfWorkdir from './dockerfile/cd-instead-of-workdir.ts';
import dockerfileChmodAfterCopy from './dockerfile/chmod-after-copy.ts';
import dockerfileChpasswdInRun from './dockerfile/chpasswd-in-run.ts';
import dockerfileCircularStageDependency from './dockerfile/circular-stage-dependency.ts';
import dockerfileCmdMultiple from './dockerfile/cmd-multiple.ts';
import dockerfileConsecutiveRuns from './dockerfile/consecutive-runs.ts';
import dockerfileCopyAfterUserWithoutChown from './dockerfile/copy-after-user-without-chown.ts';
import dockerfileCopyChownUsed from './dockerfile/copy-chown-used.ts';
import dockerfileCopyContextRoot from './dockerfile/copy-context-root.ts';
import dockerfileCopyFromEmptyStage from './dockerfile/copy-from-empty-stage.ts';
import dockerfileCopyFromSelf from './dockerfile/copy-from-self.ts';
import dockerfileCopyFromUnknownStage from './dockerfile/copy-from-unknown-stage.ts';
import dockerfileCopyIgnoredFile from './dockerfile/copy-ignored-file.ts';
import dockerfileCopyMultipleSourcesNoSlash from './dockerfile/copy-multiple-sources-no-slash.ts';
import dockerfileCopyRelativeWithoutWorkdir from './dockerfile/copy-relative-without-workdir.ts';
import dockerfileCopySecretFile from './dockerfile/copy-secret-file.ts';
import dockerfileCopySourceMissing from './dockerfile/copy-source-missing.ts';
import dockerfileCopyWholeStageFilesystem from './dockerfile/copy-whole-stage-filesystem.ts';
import dockerfileCurlFollowRedirects from './dockerfile/curl-follow-redirects.ts';
import dockerfileCurlPipeShell from './dockerfile/curl-pipe-shell.ts';
import dockerfileDnfCache from './dockerfile/dnf-cache.ts';
import dockerfileDnfMissingYes from './dockerfile/dnf-missing-yes.ts';
import dockerfileDnfUnpinned from './dockerfile/dnf-unpinned.ts';
import dockerfileDockerfileFormatting from './dockerfile/dockerfile-formatting.ts';
import dockerfileDockerfileLanguageSpecific from './dockerfile/dockerfile-language-specific.ts';
import dockerfileEmptyContinuation from './dockerfile/empty-continuation.ts';
import dockerfileEntrypointMultiple from './dockerfile/entrypoint-multiple.ts';
import dockerfileEnvSelfReference from './dockerfile/env-self-reference.ts';
import dockerfileExecFormRecommended from './dockerfile/exec-form-recommended.ts';
import dockerfileExposeInvalidFormat from './dockerfile/expose-invalid-format.ts';
import dockerfileExposePortRange from './dockerfile/expose-port-range.ts';
import dockerfileExposePrivilegedPort from './dockerfile/expose-privileged-port.ts';
import dockerfileExposeProtoCasing from './dockerfile/expose-proto-casing.ts';
import dockerfileExposeSsh from './dockerfile/expose-ssh.ts';
import dockerfileFirstInstructionNotFrom from './dockerfile/first-instruction-not-from.ts';
import dockerfileFromAsCasing from './dockerfile/from-as-casing.ts';
import dockerfileFromPlatformConstant from './dockerfile/from-platform-constant.ts';
import dockerfileFromPlatformRedundant from './dockerfile/from-platform-redundant.ts';
import dockerfileGemUnpinned from './dockerfile/gem-unpinned.ts';
import dockerfileGoInstallUnpinned from './dockerfile/go-install-unpinned.ts';
import dockerfileHardcodedSecretValue from './dockerfile/hardcoded-secret-value.ts';
import dockerfileHealthcheckMissing from './dockerfile/healthcheck-missing.ts';
import dockerfileHealthcheckMultiple from './dockerfile/healthcheck-multiple.ts';
import dockerfileHeredocWithoutErrexit from './dockerfile/heredoc-without-errexit.ts';
import dockerfileInlineIgnoreUsed from './dockerfile/inline-ignore-used.ts';
import dockerfileInstructionCasing from './dockerfile/instruction-casing.ts';
import dockerfileInvalidDefaultArgInFrom from './dockerfile/invalid-default-arg-in-from.ts';
import dockerfileInvalidDefinitionDescription from './dockerfile/invalid-definition-description.ts';
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
import dockerfileOnbuildTriggerInvalid from './dockerfile/onbuild-trigger-invalid.ts';
import dockerfilePackageCacheMount from './dockerfile/package-cache-mount.ts';
import dockerfilePackageUpdateAlone from './dockerfile/package-update-alone.ts';
import dockerfilePackageUpgradeInBuild from './dockerfile/package-upgrade-in-build.ts';
import dockerfilePipCache from './dockerfile/pip-cache.ts';
import dockerfilePipUnpinned from './dockerfile/pip-unpinned.ts';
import dockerfilePipefailMissing from './dockerfile/pipefail-missing.ts';
import dockerfileRemoteArtifactUnverified from './dockerfile/remote-artifact-unverified.ts';
import dockerfileRequireSecretMount from './dockerfile/require-secret-mount.ts';
import dockerfileRpmSignatureDisabled from './dockerfile/rpm-signature-disabled.ts';
import dockerfileRunSecurityInsecure from './dockerfile/run-security-insecure.ts';
import dockerfileSecretInArgOrEnv from './dockerfile/secret-in-arg-or-env.ts';
import dockerfileSecretMountPersisted from './dockerfile/secret-mount-persisted.ts';
import dockerfileSetuidBits from './dockerfile/setuid-bits.ts';
import dockerfileShellReplacedBySymlink from './dockerfile/shell-replaced-by-symlink.ts';
import dockerfileShellRunInScratch from './dockerfile/shell-run-in-scratch.ts';
import dockerfileShellcheck from './dockerfile/shellcheck.ts';
import dockerfileSshdInstalled from './dockerfile/sshd-installed.ts';
import dockerfileStageNameCasing from './dockerfile/stage-name-casing.ts';
import dockerfileStageNameDuplicate from './dockerfile/stage-name-duplicate.ts';
import dockerfileStageNameReserved from './dockerfile/stage-name-reserved.ts';
import dockerfileStopsignalUnsuitable from './dockerfile/stopsignal-unsuitable.ts';
import dockerfileSudoInRun from './dockerfile/sudo-in-run.ts';
import dockerfileTlsVerificationDisabledEnv from './dockerfile/tls-verification-disabled-env.ts';
import dockerfileTlsVerificationDisabled from './dockerfile/tls-verification-disabled.ts';
import dockerfileUndefinedArgInFrom from './dockerfile/undefined-arg-in-from.ts';
import dockerfileUndefinedVariable from './dockerfile/undefined-variable.ts';
import dockerfileUnnecessaryPackages from './dockerfile/unnecessary-packages.ts';
import dockerfileUnreachableStage from './dockerfile/unreachable-stage.ts';
import dockerfileUserCreatedNeverUsed from './dockerfile/user-created-never-used.ts';
import dockerfileUserGroupDropsSupplementary from './dockerfile/user-group-drops-supplementary.ts';
import dockerfileUserNotNumeric from './dockerfile/user-not-numeric.ts';
import dockerfileUseraddHighUid from './dockerfile/useradd-high-uid.ts';
import dockerfileVolumeSensitiveDir from './dockerfile/volume-sensitive-dir.ts';
import dockerfileWgetAndCurl from './dockerfile/wget-and-curl.ts';
import dockerfileWgetProgress from './dockerfile/wget-progress.ts';
import dockerfileWorkdirRelative from './dockerfile/workdir-relative.ts';
import dockerfileWorkdirSystemDir from './dockerfile/workdir-system-dir.ts';
import dockerfileWorldWritablePermissions from './dockerfile/world-writable-permissions.ts';
import dockerfileYarnCache from './dockerfile/yarn-cache.ts';
import dockerfileYumCache from './dockerfile/yum-cache.ts';
import dockerfileYumMissingYes from './dockerfile/yum-missing-yes.ts';
import dockerfileYumUnpinned from './dockerfile/yum-unpinned.ts';
import dockerfileZypperCache from './dockerfile/zypper-cache.ts';
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
  dockerfileApkAllowUntrusted,
  dockerfileApkCache,
  dockerfileApkUnpinned,
  dockerfileAptInsteadOfAptGet,
  dockerfileAptListsNotRemoved,
  dockerfileAptMissingYes,
  dockerfileAptRecommends,
  dockerfileAptUnauthenticated,
  dockerfileAptUnpinned,
  dockerfileArchiveCopyThenExtract,
  dockerfileBaseImageEndOfLife,
  dockerfileBaseImageLatest,
  dockerfileBaseImageNotDigestPinned,
  dockerfileBaseImagePlatformMismatch,
  dockerfileBaseImageUntagged,
  dockerfileBaseImageUntrustedRegistry,
  dockerfileCdInsteadOfWorkdir,
  dockerfileChmodAfterCopy,
  dockerfileChpasswdInRun,
  dockerfileCircularStageDependency,
  dockerfileCmdMultiple,
  dockerfileConsecutiveRuns,
  dockerfileCopyAfterUserWithoutChown,
  dockerfileCopyChownUsed,
  dockerfileCopyContextRoot,
  dockerfileCopyFromEmptyStage,
  dockerfileCopyFromSelf,
  dockerfileCopyFromUnknownStage,
  dockerfileCopyIgnoredFile,
  dockerfileCopyMultipleSourcesNoSlash,
  dockerfileCopyRelativeWithoutWorkdir,
  dockerfileCopySecretFile,
  dockerfileCopySourceMissing,
  dockerfileCopyWholeStageFilesystem,
  dockerfileCurlFollowRedirects,
  dockerfileCurlPipeShell,
  dockerfileDnfCache,
  dockerfileDnfMissingYes,
  dockerfileDnfUnpinned,
  dockerfileDockerfileFormatting,
  dockerfileDockerfileLanguageSpecific,
  dockerfileEmptyContinuation,
  dockerfileEntrypointMultiple,
  dockerfileEnvSelfReference,
  dockerfileExecFormRecommended,
  dockerfileExposeInvalidFormat,
  dockerfileExposePortRange,
  dockerfileExposePrivilegedPort,
  dockerfileExposeProtoCasing,
  dockerfileExposeSsh,
  dockerfileFirstInstructionNotFrom,
  dockerfileFromAsCasing,
  dockerfileFromPlatformConstant,
  dockerfileFromPlatformRedundant,
  dockerfileGemUnpinned,
  dockerfileGoInstallUnpinned,
  dockerfileHardcodedSecretValue,
  dockerfileHealthcheckMissing,
  dockerfileHealthcheckMultiple,
  dockerfileHeredocWithoutErrexit,
  dockerfileInlineIgnoreUsed,
  dockerfileInstructionCasing,
  dockerfileInvalidDefaultArgInFrom,
  dockerfileInvalidDefinitionDescription,
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
  dockerfileOnbuildTriggerInvalid,
  dockerfilePackageCacheMount,
  dockerfilePackageUpdateAlone,
  dockerfilePackageUpgradeInBuild,
  dockerfilePipCache,
  dockerfilePipUnpinned,
  dockerfilePipefailMissing,
  dockerfileRemoteArtifactUnverified,
  dockerfileRequireSecretMount,
  dockerfileRpmSignatureDisabled,
  dockerfileRunSecurityInsecure,
  dockerfileSecretInArgOrEnv,
  dockerfileSecretMountPersisted,
  dockerfileSetuidBits,
  dockerfileShellReplacedBySymlink,
  dockerfileShellRunInScratch,
  dockerfileShellcheck,
  dockerfileSshdInstalled,
  dockerfileStageNameCasing,
  dockerfileStageNameDuplicate,
  dockerfileStageNameReserved,
  dockerfileStopsignalUnsuitable,
  dockerfileSudoInRun,
  dockerfileTlsVerificationDisabledEnv,
  dockerfileTlsVerificationDisabled,
  dockerfileUndefinedArgInFrom,
  dockerfileUndefinedVariable,
  dockerfileUnnecessaryPackages,
  dockerfileUnreachableStage,
  dockerfileUserCreatedNeverUsed,
  dockerfileUserGroupDropsSupplementary,
  dockerfileUserNotNumeric,
  dockerfileUseraddHighUid,
  dockerfileVolumeSensitiveDir,
  dockerfileWgetAndCurl,
  dockerfileWgetProgress,
  dockerfileWorkdirRelative,
  dockerfileWorkdirSystemDir,
  dockerfileWorldWritablePermissions,
  dockerfileYarnCache,
  dockerfileYumCache,
  dockerfileYumMissingYes,
  dockerfileYumUnpinned,
  dockerfileZypperCache,
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
