import { phrases } from "@cloudpbx/domain/phrases";
import type { CallEvent, CallPlan } from "../call/call-plan.ts";
import type { Office } from "../office/office.ts";
import { listen } from "./reception.ts";

export function openReceptionist(office: Office, attempt: number, introduction?: string): CallPlan {
	const place = { attempt, turn: 1, silences: 0 };
	const greeting = phrases.receptionistGreeting(office.settings.companyName);
	const prompt = introduction ? `${introduction} ${greeting}` : greeting;
	return {
		steps: [listen({ ...office, place }, prompt)],
		events: [receptionistReached(attempt)],
		receptionistResult: "reached",
	};
}

export function receptionistReached(attempt: number): CallEvent {
	return { step: `receptionist-${attempt}`, kind: "receptionist_reached", detail: {} };
}
