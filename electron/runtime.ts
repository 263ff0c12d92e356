// Where the genuine Electron runtime is, for whoever starts or packages it. Nothing here imports 'electron'.
export { type ElectronRuntime, findElectronRuntime, type NoRuntime } from './runtime/find.ts';
export { installRuntime } from './runtime/install.ts';
export { runtimeZipName, verifyRuntimeZip } from './runtime/verify.ts';
