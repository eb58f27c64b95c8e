import { buildMesh } from "./build-mesh.ts";
import { checkPort } from "./check-port.ts";
import { demoCompany } from "./demo-company.ts";
import { getDataFolder } from "./repository-root.ts";
import { StartError } from "./start-error.ts";
import { type Mesh, startMesh } from "./start-mesh.ts";

const dataFolder = getDataFolder();

const d1DelayMillisecondsMax = 10_000;

const stopping = new AbortController();
let building: Promise<void> | null = null;
let mesh: Mesh | null = null;
takeSignals();
process.on("disconnect", () => void stop(1));

try {
	const startedAt = performance.now();
	const port = readPort(process.env.PORT);
	const d1DelayMilliseconds = readDelay(process.env.CLOUDPBX_D1_DELAY_MS);
	await checkPort(port);
	building = buildMesh(stopping.signal);
	await building;
	mesh = await startMesh({ port, dataFolder, d1DelayMilliseconds });
	takeSignals();
	if (stopping.signal.aborted) await mesh.stop();
	else console.log(summary(mesh, (performance.now() - startedAt) / 1000, d1DelayMilliseconds));
} catch (error) {
	if (!stopping.signal.aborted) {
		console.error(error instanceof StartError ? error.message : error);
		process.exit(1);
	}
}

function takeSignals(): void {
	for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
		if (!process.listeners(signal).includes(stopOnSignal)) process.on(signal, stopOnSignal);
		for (const listener of process.listeners(signal)) {
			if (listener !== stopOnSignal) process.removeListener(signal, listener);
		}
	}
}

function stopOnSignal(): void {
	void stop(0);
}

async function stop(exitCode: number): Promise<void> {
	if (stopping.signal.aborted) return;
	stopping.abort();
	if (process.stdout.isTTY) console.log("\nStopping CloudPBX…");
	// Turbo gives its running tasks a moment to end.
	await building?.catch(() => undefined);
	await mesh?.stop();
	process.exit(exitCode);
}

function readPort(value: string | undefined): number {
	const port = Number(value || 8787);
	if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
	throw new StartError(`PORT must be a whole number from 1 to 65535; it is "${value}".`);
}

function readDelay(value: string | undefined): number {
	if (!value) return 0;
	const milliseconds = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN;
	if (milliseconds <= d1DelayMillisecondsMax) return milliseconds;
	const max = d1DelayMillisecondsMax.toLocaleString("en");
	throw new StartError(`CLOUDPBX_D1_DELAY_MS must be a whole number from 0 to ${max}; it is "${value}".`);
}

function summary({ url, isFreshlySeeded, access }: Mesh, seconds: number, delay: number): string {
	const people = demoCompany.extensions.map(
		({ ext, name, department, number, forwardTo }) =>
			`    ${ext}  ${name.padEnd(11)} ${department.padEnd(8)} ${number}  ${forwardTo ? `rings ${forwardTo}` : "voicemail"}`,
	);
	return [
		"",
		`  CloudPBX is running (${seconds.toFixed(1)} s).`,
		"",
		`  Phones     ${url}/simulator/     dial, press keys, leave a voicemail`,
		`  Dashboard  ${url}/`,
		`  API        ${url}/api/docs       health at ${url}/api/health`,
		"",
		`  Sign in    e-mail ${access.email}   password ${access.password}`,
		`  API key    ${access.apiKey}`,
		`  Set-up     code ${access.setupCode}   (makes you the first owner)`,
		"",
		`  ${demoCompany.settings.companyName} is ${isFreshlySeeded ? "new here" : "as you left it"}. Its main line is ${demoCompany.mainLine}.`,
		...people,
		"",
		...(delay === 0 ? [] : [`  The database is far away: every round trip to it takes ${delay} ms longer.`]),
		`  The phone network is simulated on this machine; no call leaves it. State: ${dataFolder}`,
		"  Press 1 after picking up a ringing phone: that takes its call.",
		"  Stop with Ctrl-C.",
		"",
	].join("\n");
}
