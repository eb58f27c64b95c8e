// Defined in contracts, since it crosses Workers; re-exported for rooms without contracts.
export type { DangerLanguageCode, RecognisedDanger } from "@cloudpbx/contracts/calls/danger";
