// SPDX-License-Identifier: GPL-2.0-only OR MIT
//
// ACPI table of the guest: P-states and an idle state for up to four CPUs, two thermal zones, all on scratch ports.
//
// The ports are page registers of the ISA DMA controller: they read back what was written, and
// nothing else uses them in a guest without ISA DMA. A P-state port holds MHz / 100 (0 until the
// driver writes), a temperature port holds degrees Celsius. vm/bin/lab-pstate and lab-temp name
// the same ports. Goes through the C preprocessor first: -DNCPU=n, and -DSHARED for one policy
// of all CPUs instead of one each, -DIDLE for an idle state (C1, by HLT, 3 us to wake up).

#ifdef SHARED
#define PSD(CPU) Package (5) { 5, 0, 0, 0xFC, NCPU }
#else
#define PSD(CPU) Package (5) { 5, 0, CPU, 0xFC, 1 }
#endif

#ifdef IDLE
#define CST									\
	Name (_CST, Package (2) {						\
		1,								\
		Package (4) { ResourceTemplate () { Register (FFixedHW, 0, 0, 0) }, 1, 3, 1000 } \
	})
#else
#define CST
#endif

#define PROCESSOR(NAME, CPU, PORT)						\
	External (\_SB.CPUS.NAME, ProcessorObj)					\
	Scope (\_SB.CPUS.NAME)							\
	{									\
		Name (_PCT, Package (2) {					\
			ResourceTemplate () { Register (SystemIO, 8, 0, PORT) }, \
			ResourceTemplate () { Register (SystemIO, 8, 0, PORT) }, \
		})								\
		Name (_PSD, Package (1) { PSD (CPU) })				\
		Method (_PSS) { Return (\PSTS) }				\
		Method (_PPC) { Return (0) }					\
		CST								\
	}

DefinitionBlock ("", "SSDT", 2, "KLUA", "LABGUEST", 1)
{
	// MHz, mW, transition latency in us, bus latency in us, control, status
	Name (\PSTS, Package (4) {
		Package (6) { 2400, 4000, 10, 10, 24, 24 },
		Package (6) { 1800, 3000, 10, 10, 18, 18 },
		Package (6) { 1200, 2000, 10, 10, 12, 12 },
		Package (6) {  800, 1000, 10, 10,  8,  8 },
	})

	PROCESSOR (C000, 0, 0x87)
#if NCPU > 1
	PROCESSOR (C001, 1, 0x83)
#endif
#if NCPU > 2
	PROCESSOR (C002, 2, 0x82)
#endif
#if NCPU > 3
	PROCESSOR (C003, 3, 0x8B)
#endif

	// Temperatures in tenths of a kelvin: 0 C is 2732.
	Scope (\_TZ)
	{
		OperationRegion (TPRT, SystemIO, 0x89, 2)
		Field (TPRT, ByteAcc, NoLock, Preserve)
		{
			TCPU, 8, // port 0x89
			TBRD, 8, // port 0x8A
		}

		// The processors' zone. _PSL names no device: nothing but the script under test may
		// change a frequency because of a temperature.
		ThermalZone (TZ0)
		{
			Name (_STR, Unicode ("processors"))
			Method (_TMP) { Return (TCPU * 10 + 2732) }
			Method (_CRT) { Return (4232) }	// 150 C: the guest powers off
			Method (_HOT) { Return (4132) }	// 140 C
			Method (_PSV) { Return (3832) }	// 110 C
			Name (_TC1, 1)
			Name (_TC2, 1)
			Name (_TSP, 10)
			Name (_PSL, Package () {})
			Name (_TZP, 10)	// polled every second
			Name (_TZD, Package (NCPU) {
				\_SB.CPUS.C000,
#if NCPU > 1
				\_SB.CPUS.C001,
#endif
#if NCPU > 2
				\_SB.CPUS.C002,
#endif
#if NCPU > 3
				\_SB.CPUS.C003,
#endif
			})
		}

		// The board's zone, of no processor.
		ThermalZone (TZ1)
		{
			Name (_STR, Unicode ("board"))
			Method (_TMP) { Return (TBRD * 10 + 2732) }
			Method (_CRT) { Return (4232) }
			Method (_AC0) { Return (3432) }	// 70 C
			Method (_AC1) { Return (3232) }	// 50 C
			Name (_TZP, 10)
		}
	}
}
