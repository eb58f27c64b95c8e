export const weekdays = [
	"monday",
	"tuesday",
	"wednesday",
	"thursday",
	"friday",
	"saturday",
	"sunday",
] as const;
export type Weekday = (typeof weekdays)[number];

/** Names by law, in the order of the year: 5 U.S.C. 6103(a); section 166 of the Canada Labour Code. */
export const holidayNames = {
	US: [
		"New Year's Day",
		"Birthday of Martin Luther King, Jr.",
		"Washington's Birthday",
		"Memorial Day",
		"Juneteenth National Independence Day",
		"Independence Day",
		"Labor Day",
		"Columbus Day",
		"Veterans Day",
		"Thanksgiving Day",
		"Christmas Day",
	],
	CA: [
		"New Year's Day",
		"Good Friday",
		"Victoria Day",
		"Canada Day",
		"Labour Day",
		"National Day for Truth and Reconciliation",
		"Thanksgiving Day",
		"Remembrance Day",
		"Christmas Day",
		"Boxing Day",
	],
} as const;

export const holidayCountries = ["US", "CA"] as const;
export type HolidayCountry = (typeof holidayCountries)[number];

export const closedWays = ["menu", "receptionist", "voicemail", "number"] as const;
export type ClosedWay = (typeof closedWays)[number];

export const hoursLimits = {
	intervalsOfDay: 24,
	exceptions: 100,
	exceptionName: 80,
	greeting: 500,
	/** A later year is a typing error. */
	lastYear: 2099,
} as const;
