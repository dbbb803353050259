// The workloads of go-throughput.ts in Go: go build, then run with the name of a workload and the number of items.
// Prints the milliseconds of each of five runs.
package main

import (
	"fmt"
	"os"
	"runtime"
	"strconv"
	"sync"
	"time"
)

const senders = 10000

func pingPong(n int) {
	there, back := make(chan int), make(chan int)
	go func() {
		for v := range there {
			back <- v
		}
		close(back)
	}()
	for i := 0; i < n; i++ {
		there <- i
		<-back
	}
	close(there)
}

func messages(n, capacity int) {
	c := make(chan int, capacity)
	go func() {
		for i := 0; i < n; i++ {
			c <- i
		}
		close(c)
	}()
	for range c {
	}
}

func spawnAndJoin(n int) {
	var wg sync.WaitGroup
	wg.Add(n)
	for i := 0; i < n; i++ {
		go func() { wg.Done() }()
	}
	wg.Wait()
}

func manySenders(n int) {
	c := make(chan int)
	var wg sync.WaitGroup
	for i := 0; i < senders; i++ {
		wg.Add(1)
		go func() {
			for j := 0; j < n/senders; j++ {
				c <- j
			}
			wg.Done()
		}()
	}
	go func() {
		wg.Wait()
		close(c)
	}()
	for range c {
	}
}

func choosing(n int) {
	a, b := make(chan int), make(chan int)
	for _, c := range []chan int{a, b} {
		go func(c chan int) {
			for i := 0; i < n/2; i++ {
				c <- i
			}
			close(c)
		}(c)
	}
	for a != nil || b != nil {
		select {
		case _, ok := <-a:
			if !ok {
				a = nil
			}
		case _, ok := <-b:
			if !ok {
				b = nil
			}
		}
	}
}

func main() {
	runtime.GOMAXPROCS(1)
	workloads := map[string]func(int){
		"ping-pong":  pingPong,
		"unbuffered": func(n int) { messages(n, 0) },
		"buffered":   func(n int) { messages(n, 128) },
		"spawn":      spawnAndJoin,
		"senders":    manySenders,
		"select":     choosing,
	}
	run := workloads[os.Args[1]]
	n, err := strconv.Atoi(os.Args[2])
	if run == nil || err != nil {
		fmt.Fprintln(os.Stderr, "usage: throughput <workload> <items>")
		os.Exit(2)
	}
	run(n / 10)
	for i := 0; i < 5; i++ {
		runtime.GC()
		began := time.Now()
		run(n)
		fmt.Println(float64(time.Since(began).Microseconds()) / 1000)
	}
}
