export { runTui, type TuiIo } from './run-tui.tsx';
