import type { InboundRoute } from "@cloudpbx/contracts/extensions/registration";

/** Null when its texts come here. */
export function describeService({ name, route }: { name: string; route: InboundRoute }): string | null {
	switch (route) {
		case "nowhere":
			return `where its texts go (its Messaging Service "${name}" drops them)`;
		case "elsewhere":
			return `where its texts go (its Messaging Service "${name}" sends them to another application)`;
		default:
			return null;
	}
}

export function explainForeignService(number: string, name: string): string {
	return `The Messaging Service "${name}" of ${number} has numbers that are not used here, so it is not changed. At Twilio, take ${number} out of it, or choose "Defer to sender's webhook" in its Integration settings.`;
}
