/** Two moments that belong together, and the speed from there on. */
export interface ClockState {
	speed: number;
	realMs: number;
	networkMs: number;
	/** Oldest first. The latest one sets the speed. */
	leases: Lease[];
}

export interface Lease {
	holder: string;
	speed: number;
	endsAtMs: number;
}

export function restingClock(realMilliseconds: number): ClockState {
	return { speed: 1, realMs: realMilliseconds, networkMs: 0, leases: [] };
}

export function speedOf({ leases, speed }: ClockState): number {
	return leases.at(-1)?.speed ?? speed;
}

/** The clock at a later real moment. A lease that has ended meanwhile counts until its end. */
export function clockAt(state: ClockState, realMilliseconds: number): ClockState {
	const endsAtMilliseconds = nextEndOf(state);
	if (endsAtMilliseconds === null || endsAtMilliseconds > realMilliseconds)
		return run(state, realMilliseconds);
	const atEnd = run(state, Math.max(endsAtMilliseconds, state.realMs));
	return clockAt(
		withoutLeases(atEnd, (lease) => lease.endsAtMs <= endsAtMilliseconds),
		realMilliseconds,
	);
}

export function nextEndOf({ leases }: ClockState): number | null {
	return leases.length ? Math.min(...leases.map(({ endsAtMs }) => endsAtMs)) : null;
}

export function withLease(state: ClockState, lease: Lease): ClockState {
	const { leases } = withoutLeases(state, ({ holder }) => holder === lease.holder);
	return { ...state, leases: [...leases, lease] };
}

/** Null when the holder has no lease: it has ended, or the clock was set. */
export function withRenewedLease(
	state: ClockState,
	holder: string,
	endsAtMilliseconds: number,
): ClockState | null {
	if (!state.leases.some((lease) => lease.holder === holder)) return null;
	const leases = state.leases.map((lease) =>
		lease.holder === holder ? { ...lease, endsAtMs: endsAtMilliseconds } : lease,
	);
	return { ...state, leases };
}

export function withoutLeases(state: ClockState, isOver: (lease: Lease) => boolean): ClockState {
	return { ...state, leases: state.leases.filter((lease) => !isOver(lease)) };
}

function run(state: ClockState, realMilliseconds: number): ClockState {
	return {
		...state,
		realMs: realMilliseconds,
		networkMs: state.networkMs + (realMilliseconds - state.realMs) * speedOf(state),
	};
}
