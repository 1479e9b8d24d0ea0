export { fechatterImages, type LocalPlatform, type LocalPlatformOptions, startLocalPlatform } from './local-platform.js';
