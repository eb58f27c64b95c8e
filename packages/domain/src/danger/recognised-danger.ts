// What is found crosses Workers, so that contracts define it; rooms that know no contracts know it from here.
export type { DangerLanguageCode, RecognisedDanger } from "@cloudpbx/contracts/calls/danger";
