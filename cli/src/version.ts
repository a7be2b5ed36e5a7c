/** Put in by the build; absent when the sources run as they are. */
declare const DRYDOCK_VERSION: string | undefined;

export const version = typeof DRYDOCK_VERSION === 'string' ? DRYDOCK_VERSION : '0.0.0-dev';
