import { WorkerEntrypoint } from "cloudflare:workers";

export const accept = (value) => ({ ok: true, value });

export const refuse = (code, message, more = {}) => ({ ok: false, error: { code, message, ...more } });

export const refuseOldVersion = (current, sent) =>
	refuse("conflict", "Somebody changed this.", { current, sent });

export const at = "2026-11-22T12:00:00.000Z";

export class Service extends WorkerEntrypoint {
	health() {
		return accept({ service: "stub", databaseMilliseconds: 1 });
	}

	diagnose() {
		return accept({ findings: [], probes: [], credentials: "1234" });
	}

	erasePerson() {
		return accept({ isDone: true, waitsFor: null });
	}
}

export const optedOut = "+14155550177";

export const ours = "+18005550100";
