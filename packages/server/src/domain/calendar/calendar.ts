/** Who said so: the library of public holidays that comes with the program, or an operator, who wins. */
export type Source = 'library' | 'operator'

/** A day whose weekday does not say whether it is a working one: a public holiday, or one that makes up for it. */
export type CalendarDay = {
  /** `YYYY-MM-DD`, as all days here. */
  day: string
  isWorking: boolean
  name: string
  source: Source
  operatorId: bigint | undefined
}

export type CalendarYear = {
  year: number
  /** Who knows the whole year's holidays; undefined: nobody yet, they are announced in the autumn before. */
  knownBy: Source | undefined
  days: CalendarDay[]
}

/** By which day something is due. */
export type DueDay = {
  day: string
  /** A year on the way is not known yet, so only its weekends were left out. */
  isProvisional: boolean
}
