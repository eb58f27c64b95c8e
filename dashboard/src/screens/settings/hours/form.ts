import type { WholeHours } from "@cloudpbx/contracts/office/hours";
import type { KeptForm } from "../../../state/kept-form.ts";

export type HoursForm = KeptForm<WholeHours>;
