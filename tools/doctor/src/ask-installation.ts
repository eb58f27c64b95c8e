import type { Diagnosis } from "@cloudpbx/contracts/diagnosis";
import type { Installation } from "./get-installation.ts";

export type HealthSight =
	| { kind: "unreachable" }
	| { kind: "strange"; status: number }
	| { kind: "answered"; services: { service: string; isReady: boolean; message: string | null }[] };

export type DiagnosisSight =
	| { kind: "not_asked" | "no_key" | "key_refused" }
	| { kind: "failed"; reason: string }
	/** The Worker's clock against this machine's. */
	| { kind: "known"; diagnosis: Diagnosis; aheadSeconds: number };

const healthMilliseconds = 15_000;

/** Includes the time of models and the carrier. */
const diagnosisMilliseconds = 90_000;

export async function askHealth({ url }: Installation): Promise<HealthSight> {
	try {
		const response = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(healthMilliseconds) });
		const body = await readJson(response);
		if (typeof body?.isReady !== "boolean" || !Array.isArray(body.services))
			return { kind: "strange", status: response.status };
		return { kind: "answered", services: body.services };
	} catch {
		return { kind: "unreachable" };
	}
}

export async function askDiagnosis({ url, apiKey }: Installation): Promise<DiagnosisSight> {
	if (apiKey === null) return { kind: "no_key" };
	try {
		const response = await fetch(`${url}/api/diagnosis`, {
			headers: { authorization: `Bearer ${apiKey}` },
			redirect: "error",
			signal: AbortSignal.timeout(diagnosisMilliseconds),
		});
		const answeredAt = Date.now();
		if (response.status === 401 || response.status === 403) return { kind: "key_refused" };
		const body = await readJson(response);
		if (!response.ok || body === null) return { kind: "failed", reason: `HTTP status ${response.status}` };
		const diagnosis = body as unknown as Diagnosis;
		const aheadSeconds = Math.round((Date.parse(diagnosis.checkedAt) - answeredAt) / 1000);
		return { kind: "known", diagnosis, aheadSeconds };
	} catch (error) {
		const isLate = (error as Error).name === "TimeoutError";
		return { kind: "failed", reason: isLate ? "no answer in time" : "the connection broke" };
	}
}

async function readJson(response: Response): Promise<Record<string, unknown> | null> {
	try {
		const body: unknown = await response.json();
		return typeof body === "object" ? (body as Record<string, unknown> | null) : null;
	} catch {
		return null;
	}
}
