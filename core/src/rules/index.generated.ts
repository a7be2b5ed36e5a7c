// Written by `npm run generate`. Do not edit.
import type { Rule } from '../lint/index.ts';
import dockerfileAddInsteadOfCopy from './dockerfile/add-instead-of-copy.ts';
import dockerfileAptListsNotRemoved from './dockerfile/apt-lists-not-removed.ts';
import dockerfileAptMissingYes from './dockerfile/apt-missing-yes.ts';
import dockerfileBaseImageLatest from './dockerfile/base-image-latest.ts';
import dockerfileBaseImageUntagged from './dockerfile/base-image-untagged.ts';
import dockerfileCopySecretFile from './dockerfile/copy-secret-file.ts';
import dockerfileCurlPipeShell from './dockerfile/curl-pipe-shell.ts';
import dockerfileExecFormRecommended from './dockerfile/exec-form-recommended.ts';
import dockerfileHealthcheckMissing from './dockerfile/healthcheck-missing.ts';
import dockerfileLastUserRoot from './dockerfile/last-user-root.ts';
import dockerfileMaintainerDeprecated from './dockerfile/maintainer-deprecated.ts';
import dockerfileMissingUser from './dockerfile/missing-user.ts';
import dockerfileSecretInArgOrEnv from './dockerfile/secret-in-arg-or-env.ts';
import dockerfileWorkdirRelative from './dockerfile/workdir-relative.ts';
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

export const rules: readonly Rule[] = [
  dockerfileAddInsteadOfCopy,
  dockerfileAptListsNotRemoved,
  dockerfileAptMissingYes,
  dockerfileBaseImageLatest,
  dockerfileBaseImageUntagged,
  dockerfileCopySecretFile,
  dockerfileCurlPipeShell,
  dockerfileExecFormRecommended,
  dockerfileHealthcheckMissing,
  dockerfileLastUserRoot,
  dockerfileMaintainerDeprecated,
  dockerfileMissingUser,
  dockerfileSecretInArgOrEnv,
  dockerfileWorkdirRelative,
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
];
