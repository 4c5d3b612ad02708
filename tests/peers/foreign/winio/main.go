// A client of go-winio: sends messages to an echo, and compares what comes back.
//
//	winio_client \\.\pipe\NAME COUNT
package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"strconv"
	"time"

	"github.com/Microsoft/go-winio"
)

func exchange(path string, count int) error {
	timeout := 10 * time.Second
	pipe, err := winio.DialPipe(path, &timeout)
	if err != nil {
		return err
	}
	defer pipe.Close()
	fmt.Println("connected")
	for i := 0; i < count; i++ {
		sent := make([]byte, 1+i*37%3000)
		for j := range sent {
			sent[j] = byte(i + j)
		}
		if _, err := pipe.Write(sent); err != nil {
			return err
		}
		received := make([]byte, len(sent))
		if _, err := io.ReadFull(pipe, received); err != nil {
			return err
		}
		if !bytes.Equal(received, sent) {
			return fmt.Errorf("message %d differs", i)
		}
	}
	fmt.Println("exchanged", count)
	return nil
}

func main() {
	count, err := strconv.Atoi(os.Args[2])
	if err == nil {
		err = exchange(os.Args[1], count)
	}
	if err != nil {
		fmt.Println("error", err)
		os.Exit(1)
	}
}
