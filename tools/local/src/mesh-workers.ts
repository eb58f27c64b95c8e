import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { putDatabaseFar } from "./far-database/put-database-far.ts";
import type { LocalValues, MeshQuestion, MeshWorker, WorkerPlace } from "./read-worker-options.ts";

const program = join(import.meta.dirname, "read-worker-options.ts");

export async function readMeshWorkers(
	values: LocalValues,
	d1DelayMilliseconds = 0,
	guests: readonly WorkerPlace[] = [],
): Promise<MeshWorker[]> {
	const reader = fork(program, { execArgv: [], stdio: ["ignore", "ignore", "inherit", "ipc"] });
	const answered = once(reader, "message");
	const ended = once(reader, "exit");
	reader.send({ values, guests } satisfies MeshQuestion);
	const [workers] = await Promise.race([
		answered,
		ended.then(([code]) => {
			throw new Error(`The Workers' configurations could not be read (${code}).`);
		}),
	]);
	await ended;
	return (workers as MeshWorker[]).map((worker) =>
		d1DelayMilliseconds === 0 ? worker : putDatabaseFar(worker, d1DelayMilliseconds),
	);
}
