// jest runs ES modules by node:vm, for which Node prints one warning in each worker. Only that one is left out; Node's
// own --disable-warning knows no single warning, and would hide every experimental feature that is used by mistake.
const emitWarning = process.emitWarning;

process.emitWarning = function emitOtherWarning(warning, ...rest) {
  const isVmModules = /^VM Modules is an experimental feature/.test(String(warning?.message ?? warning));
  return isVmModules ? undefined : emitWarning.call(process, warning, ...rest);
};
