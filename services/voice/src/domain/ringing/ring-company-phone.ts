import type { RingStep } from "@cloudpbx/domain/call-step";
import { callPaths } from "../call/call-paths.ts";
import type { CallInProgress } from "../call/call-plan.ts";
import { markCaller } from "./reach-extension.ts";

export function ringCompanyPhone(
	number: string,
	call: CallInProgress | null,
	{ timeoutSeconds, nextPath }: Pick<RingStep, "timeoutSeconds" | "nextPath">,
): RingStep {
	return {
		kind: "ring",
		phones: [{ number, screenPath: callPaths.fallbackScreen(call ? markCaller(call) : "withheld") }],
		callerId: call?.from ?? call?.to ?? number,
		timeoutSeconds,
		nextPath,
	};
}
