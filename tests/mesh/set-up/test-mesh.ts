import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "@cloudpbx/local/check-port";
import { type Mesh, type MeshOptions, startMesh } from "@cloudpbx/local/start-mesh";
import { PhoneNetwork } from "./phone-network.ts";

export interface TestMesh extends Mesh {
	network: PhoneNetwork;
	dataFolder: string;
	query<Row>(sql: string, ...values: unknown[]): Promise<Row[]>;
}

/** Starts the mesh on a free port, in its own folder unless one is named. */
export async function startTestMesh(options: Partial<MeshOptions> = {}): Promise<TestMesh> {
	const { dataFolder = mkdtempSync(join(tmpdir(), "cloudpbx-mesh-")), ...pace } = options;
	// The default of a minute is too long for a test.
	const values = { SETTLE_AFTER_SECONDS: 10, ...pace.values };
	const mesh = await startMesh({ port: await freePort(), dataFolder, ...pace, values });
	return {
		...mesh,
		dataFolder,
		network: new PhoneNetwork(mesh.url),
		query: async <Row>(sql: string, ...values: unknown[]) =>
			(
				await mesh.database
					.prepare(sql)
					.bind(...values)
					.all<Row>()
			).results,
	};
}

export async function stopTestMesh(mesh: TestMesh): Promise<void> {
	await mesh.stop();
	rmSync(mesh.dataFolder, { recursive: true, force: true });
}
