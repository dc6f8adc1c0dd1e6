import './dynamicImports.ts';
import '../../workers/trainer.worker.ts';
