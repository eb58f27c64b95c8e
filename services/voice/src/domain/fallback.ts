import type { CallStep } from "@cloudpbx/domain/call-step";
import { phrases } from "./phrases.ts";

/** What a caller hears when we cannot find out what should happen. It needs nothing but itself. */
export function apologise(): CallStep[] {
	return [{ kind: "say", text: phrases.technicalTrouble }, { kind: "hangUp" }];
}
