import { until } from "../set-up/phone-network.ts";
import type { TestMesh } from "../set-up/test-mesh.ts";

export interface CallRow {
	id: string;
	outcome: string | null;
	status: string;
	duration_seconds: number | null;
	talk_seconds: number | null;
	from_number: string | null;
}

export interface VoicemailRow {
	id: string;
	extension: string;
	status: string;
	duration_seconds: number;
	transcript: string | null;
	audio_key: string | null;
	call_id: string;
}

/** `sid` is the carrier's id of the call. */
export function untilCallEnds(mesh: TestMesh, sid: string): Promise<CallRow> {
	return until(`the row of ${sid} to be closed`, async () => {
		const [row] = await mesh.query<CallRow>(
			"SELECT * FROM calls WHERE carrier_id = ? AND ended_at IS NOT NULL",
			sid,
		);
		return row;
	});
}

export function untilVoicemailIsStored(mesh: TestMesh, sid: string): Promise<VoicemailRow> {
	return until(`the voicemail of ${sid} to be stored with its transcript`, async () => {
		const [row] = await mesh.query<VoicemailRow>(
			"SELECT v.* FROM voicemails v JOIN calls c ON c.id = v.call_id WHERE c.carrier_id = ? AND v.status = 'stored' AND v.transcript_status <> 'pending'",
			sid,
		);
		return row;
	});
}

export async function listEventKinds(mesh: TestMesh, sid: string): Promise<string[]> {
	const rows = await mesh.query<{ kind: string }>(
		"SELECT e.kind FROM call_events e JOIN calls c ON c.id = e.call_id WHERE c.carrier_id = ? ORDER BY e.at, e.id",
		sid,
	);
	return rows.map(({ kind }) => kind);
}

export async function listSteps(mesh: TestMesh, sid: string): Promise<string[]> {
	const rows = await mesh.query<{ step: string }>(
		"SELECT e.step FROM call_events e JOIN calls c ON c.id = e.call_id WHERE c.carrier_id = ? ORDER BY e.at, e.id",
		sid,
	);
	return rows.map(({ step }) => step);
}
