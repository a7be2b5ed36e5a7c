import type { ProblemCode } from '../dockerfile/index.ts';
import type { RuleRefs } from './finding.ts';

const utils = (...ids: readonly string[]): RuleRefs => ({ 'dockerfile-utils': ids });

/**
 * The ids under which other tools know what makes BuildKit refuse a file. Where a comment or a setting may name one,
 * a rule of the same id stands for it in `rules/dockerfile`: it has the page and the samples, the parser finds it.
 */
export const problemRefs = {
  'first-instruction-not-from': {
    hadolint: ['DL3061'],
    tally: ['require-stages'],
    'dockerfile-utils': ['NO_SOURCE_IMAGE'],
  },
  'onbuild-trigger-invalid': {
    hadolint: ['DL3043'],
    tally: ['invalid-onbuild-trigger'],
    'dockerfile-utils': ['ONBUILD_CHAINING_DISALLOWED', 'ONBUILD_TRIGGER_DISALLOWED'],
  },
  'expose-port-range': {
    hadolint: ['DL3011'],
    trivy: ['DS-0008'],
    kics: ['unix_ports_out_of_range'],
    semgrep: ['invalid-port'],
    'dockerfile-utils': ['INVALID_PORT'],
  },
  'copy-from-self': {
    hadolint: ['DL3023'],
    trivy: ['DS-0006'],
    kics: ['copy_from_references_current_from_alias'],
    semgrep: ['copy-from-own-alias'],
  },
  'circular-stage-dependency': { tally: ['circular-stage-deps'] },
  'empty-file': utils('NO_SOURCE_IMAGE'),
  'no-stage': utils('NO_SOURCE_IMAGE'),
  'unknown-instruction': { tally: ['unknown-instruction'], ...utils('UNKNOWN_INSTRUCTION') },
  'misspelt-instruction': { tally: ['unknown-instruction'], ...utils('UNKNOWN_INSTRUCTION') },
  'repeated-directive': utils('DUPLICATED_ESCAPE_DIRECTIVE'),
  'invalid-escape': utils('INVALID_ESCAPE_DIRECTIVE'),
  'missing-arguments': utils('ARGUMENT_MISSING', 'ARGUMENT_REQUIRES_AT_LEAST_ONE', 'SHELL_REQUIRES_ONE'),
  'missing-argument': utils('ARGUMENT_MISSING', 'ARGUMENT_REQUIRES_ONE'),
  'missing-destination': utils('ARGUMENT_REQUIRES_AT_LEAST_TWO', 'ARGUMENT_REQUIRES_TWO'),
  'invalid-from': utils('ARGUMENT_REQUIRES_ONE_OR_THREE', 'INVALID_AS'),
  'unknown-flag': utils('UNKNOWN_ADD_FLAG', 'UNKNOWN_COPY_FLAG', 'UNKNOWN_FROM_FLAG', 'UNKNOWN_HEALTHCHECK_FLAG'),
  'misspelt-flag': utils('UNKNOWN_ADD_FLAG', 'UNKNOWN_COPY_FLAG', 'UNKNOWN_FROM_FLAG', 'UNKNOWN_HEALTHCHECK_FLAG'),
  'missing-flag-value': utils('FLAG_MISSING_VALUE'),
  'invalid-flag-value': utils('FLAG_EXPECTED_BOOLEAN_VALUE', 'FLAG_INVALID_LINK_VALUE'),
  'repeated-flag': utils('FLAG_DUPLICATE'),
  'assignment-without-value': utils('ARGUMENT_REQUIRES_TWO'),
  'assignment-without-equals': utils('SYNTAX_MISSING_EQUALS'),
  'blank-name': utils('SYNTAX_MISSING_NAMES'),
  'healthcheck-type': utils('UNKNOWN_TYPE'),
  'healthcheck-without-command': utils('HEALTHCHECK_CMD_ARGUMENT_MISSING'),
  'healthcheck-none-arguments': utils('ARGUMENT_UNNECESSARY'),
  'invalid-duration': utils('FLAG_INVALID_DURATION', 'FLAG_MISSING_DURATION', 'FLAG_UNKNOWN_UNIT'),
  'short-duration': utils('FLAG_LESS_THAN_1MS'),
  'invalid-retries': utils('FLAG_AT_LEAST_ONE'),
  'shell-not-json': utils('SHELL_JSON_FORM'),
  'invalid-port': utils('INVALID_PORT'),
  'blank-image': utils('BASE_NAME_EMPTY'),
  'invalid-image': utils('INVALID_REFERENCE_FORMAT'),
  'image-uppercase': utils('INVALID_REFERENCE_FORMAT'),
  'copy-from-index': utils('FLAG_INVALID_FROM_VALUE'),
  'open-quote': utils('SYNTAX_MISSING_SINGLE_QUOTE', 'SYNTAX_MISSING_DOUBLE_QUOTE'),
  'unsupported-modifier': utils('UNSUPPORTED_MODIFIER'),
} as const satisfies Partial<Record<ProblemCode, RuleRefs>>;
